import type { TSESTree } from "@typescript-eslint/types";
import type { MovePath } from "../../ir/move-path.js";
import type { Test } from "../../oracle/refinement.js";

/** An owned place that a condition says something about. */
export interface NarrowedReference {
  readonly path: MovePath;
  readonly expression: TSESTree.Expression;
  /** `empty`: where it holds, the place is a container with nothing in it. */
  readonly test: Test | { readonly kind: "empty" };
  /** `!==`: the test holds on the false edge. */
  readonly inverted: boolean;
  /** The place is this property of what the expression names, in a variable of its own. */
  readonly member?: string;
}
