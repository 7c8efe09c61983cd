import type { TSESTree } from "@typescript-eslint/types";
import type { LoweringError } from "./lowering-error.js";
import type { BlockId } from "./block-id.js";
import type { Local } from "./local.js";
import type { MovePath } from "./move-path.js";
import type { ResourceInstruction } from "./resource.js";

interface Common {
  /** What to point at. */
  readonly node: TSESTree.Node;
}

/** The local's storage begins (again, in each iteration of a loop): it holds nothing. */
export interface StorageLive extends Common {
  readonly kind: "storage-live";
  readonly local: Local;
}

/** The local goes out of scope on this path: what it still owes has leaked. */
export interface StorageDead extends Common {
  readonly kind: "storage-dead";
  readonly local: Local;
}

/** The place gets a new value. What it owed before has leaked. */
export interface Assign extends Common {
  readonly kind: "assign";
  readonly place: MovePath;
  /**
   * - `owned`: this function has to consume it.
   * - `empty`: known to hold nothing linear (`null`, `[]`).
   * - `lent`: somebody else's, whatever its type says: it can't be moved out, and is no obligation here.
   */
  readonly value: "owned" | "empty" | "lent";
  /** The first value of a declaration: nothing can be overwritten. */
  readonly initial: boolean;
}

/** Something was put into a container: it owes again. */
export interface Insert extends Common {
  readonly kind: "insert";
  readonly place: MovePath;
}

/** Why a value left its place. */
export type MoveReason =
  /** `consumes`: the callee is a consumer, after which nothing is left to dispose of. */
  | { readonly kind: "argument"; readonly callee: string; readonly consumes?: boolean }
  | { readonly kind: "receiver"; readonly callee: string }
  | { readonly kind: "call" }
  | { readonly kind: "assign" }
  | { readonly kind: "return" }
  | { readonly kind: "yield" }
  | { readonly kind: "throw" }
  | { readonly kind: "await" }
  | { readonly kind: "store" }
  | { readonly kind: "iterate" }
  | { readonly kind: "spread" }
  /** Into a closure, because of `use` in its body. */
  | { readonly kind: "capture"; readonly use: TSESTree.Node };

/** The value leaves the place by value. */
export interface Move extends Common {
  readonly kind: "move";
  readonly place: MovePath;
  readonly reason: MoveReason;
}

/** How a place is looked at without taking it. */
export type UseKind =
  | { readonly kind: "use" }
  | { readonly kind: "borrow" }
  /** Captured by reference, because of `use` in a closure's body. */
  | { readonly kind: "capture"; readonly use: TSESTree.Node };

/** The place is read or lent; with a loan holder, the loan lives for as long as the holder may be used. */
export interface Use extends Common {
  readonly kind: "use";
  readonly place: MovePath;
  readonly how: UseKind;
  readonly loanHolder: Local | undefined;
}

/** `to` may hold every loan that `from` holds. A subset (outlives) constraint, independent of the point, as in NLL. */
export interface Subset extends Common {
  readonly kind: "subset";
  readonly from: Local;
  readonly to: Local;
}

/** On this edge the place is known to hold nothing linear. */
export interface AssumeEmpty extends Common {
  readonly kind: "assume-empty";
  readonly place: MovePath;
}

/** A point where an exception (or a generator's `return`) may leave, with the state before it. */
export interface MaybeThrow extends Common {
  readonly kind: "maybe-throw";
  readonly by: "call" | "await" | "yield" | "iteration" | "dispose";
  /** The block that cleans up and goes on to the handler, or out of the function. */
  readonly unwind: BlockId;
}

/** Something the lowering already knows to be wrong, provided that this point is reached. */
export interface ReportError extends Common {
  readonly kind: "report";
  readonly error: LoweringError;
}

/** One step, in evaluation order. */
export type Instruction =
  | StorageLive
  | StorageDead
  | Assign
  | Insert
  | Move
  | Use
  | Subset
  | AssumeEmpty
  | MaybeThrow
  | ReportError
  | ResourceInstruction;
