import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "./block.js";

/** How a block ends. Successors are listed false before true: then reverse postorder visits true first, as rustc's does. */
export type Terminal =
  | { readonly kind: "goto"; readonly target: BlockId; /** From the end of a loop's body to its head. */ readonly back: boolean; /** The statement that jumps. */ readonly node?: TSESTree.Node }
  | { readonly kind: "branch"; readonly test: TSESTree.Node; readonly whenTrue: BlockId; readonly whenFalse: BlockId }
  /** Leaves the function normally. */
  | { readonly kind: "return" }
  /** Leaves the function by an exception. */
  | { readonly kind: "resume" }
  /** After a call that returns `never`. */
  | { readonly kind: "unreachable" };

/** The blocks a terminal may go to (exceptional edges belong to the instructions). */
export function successors(terminal: Terminal): readonly BlockId[] {
  switch (terminal.kind) {
    case "goto":
      return [terminal.target];
    case "branch":
      return [terminal.whenFalse, terminal.whenTrue];
    case "return":
    case "resume":
    case "unreachable":
      return [];
  }
}
