import type { Block } from "../../ir/block.js";
import type { Local } from "../../ir/local.js";

/** A way to leave a region other than falling off its end. */
export type Jump =
  | { readonly kind: "return" }
  | { readonly kind: "throw" }
  | { readonly kind: "break"; readonly to: TargetFrame }
  | { readonly kind: "continue"; readonly to: TargetFrame };

/** A scope whose locals die when it is left, by whatever way. */
export interface LocalsFrame {
  readonly kind: "locals";
  readonly parent: Frame | undefined;
  readonly locals: Local[];
  /** One clean-up block per way out, shared by all that leave so, filled when the scope is closed. */
  readonly exits: Map<string, Block>;
}

/** Something that `break` or `continue` can name. */
export interface TargetFrame {
  readonly kind: "target";
  readonly parent: Frame | undefined;
  readonly id: number;
  readonly labels: readonly string[];
  /** An unlabelled `break` means the innermost loop or switch, not a labelled block. */
  readonly plain: boolean;
  readonly breakTo: Block;
  readonly continueTo: Block | undefined;
}

/** The block of a `try` with a handler. */
export interface CatchFrame {
  readonly kind: "catch";
  readonly parent: Frame | undefined;
  readonly handler: Block;
}

/** The block (and handler) of a `try` with a finalizer. */
export interface FinallyFrame {
  readonly kind: "finally";
  readonly parent: Frame | undefined;
  /** How the finalizer is entered decides where it goes on: one copy for each. */
  readonly entries: Map<string, { readonly entry: Block; readonly jump: Jump }>;
}

/** What encloses the point being lowered, innermost first. */
export type Frame = LocalsFrame | TargetFrame | CatchFrame | FinallyFrame;

/** A key that is equal for two jumps to the same place. */
export function jumpKey(jump: Jump): string {
  return jump.kind === "break" || jump.kind === "continue" ? `${jump.kind} ${jump.to.id}` : jump.kind;
}
