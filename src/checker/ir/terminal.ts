import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "./block-id.js";

/** How a block ends. */
export type Terminal =
  | {
      readonly kind: "goto";
      readonly target: BlockId;
      /** From the end of a loop's body to its head. */ readonly isBackEdge: boolean;
      /** The statement that jumps. */ readonly node?: TSESTree.Node;
    }
  | {
      readonly kind: "branch";
      readonly test: TSESTree.Node;
      readonly whenTrue: BlockId;
      readonly whenFalse: BlockId;
      /** A test of `case`: rustc looks at a match's arms in order. */ readonly arm: boolean;
    }
  /** Leaves the function normally. */
  | { readonly kind: "return" }
  /** Leaves the function by an exception. */
  | { readonly kind: "resume" }
  /** After a call that returns `never`. */
  | { readonly kind: "unreachable" };

/** The end of a block that has none yet: it stays where nothing can reach the block. */
export const UNTERMINATED: Terminal = { kind: "unreachable" };

/**
 * The blocks a terminal may go to (exceptional edges belong to the instructions).
 *
 * In the reverse of the order in which reverse postorder visits them. As in rustc, where a branch is a switch over the
 * values 0 and 1 in this order, the false side of a condition comes before the true side.
 */
export function successors(terminal: Terminal): readonly BlockId[] {
  switch (terminal.kind) {
    case "goto":
      return [terminal.target];
    case "branch":
      return terminal.arm ? [terminal.whenFalse, terminal.whenTrue] : [terminal.whenTrue, terminal.whenFalse];
    case "return":
    case "resume":
    case "unreachable":
      return [];
  }
}
