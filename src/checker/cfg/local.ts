import type { TSESTree } from "@typescript-eslint/types";
import type { TypeFacts } from "../oracle/type-facts.js";
import type { MovePath } from "./move-path.js";

/**
 * Where a local comes from.
 *
 * - `variable`, `parameter`, `this`: as written.
 * - `temporary`: a value without a name: a call's result, an argument on its way, a lent reference.
 * - `capture`: an outer variable as seen from inside a function.
 */
export type LocalKind = "variable" | "parameter" | "this" | "temporary" | "capture";

/** One storage location of a function that can hold something linear or lent. */
export interface Local {
  /** Its number in the function; printed as `_3`. */
  readonly id: number;
  readonly name: string;
  readonly kind: LocalKind;
  /** Where it is introduced; for a temporary the expression it holds. */
  readonly node: TSESTree.Node;
  readonly facts: TypeFacts;
  /** Declared by `using` or `await using`: disposed of on every exit, so that it never leaks. */
  readonly using: boolean;
  /** Holds a function that consumes what it captured: calling it moves it. */
  callOnce: boolean;
  /** Its whole-value path; the tree below it is made on demand. */
  readonly root: MovePath;
  /** All its paths, `root` first; a path's `index` is its position here. */
  readonly paths: MovePath[];
}
