import type { TSESTree } from "@typescript-eslint/types";
import type { Binding } from "../scope/binding.js";

/** One place that a function captures from outside, as Rust 2021 does: the shortest path that covers its uses. */
export interface Capture {
  readonly binding: Binding;
  /** Field names below the binding. */
  readonly path: readonly string[];
  readonly mode: "move" | "borrow";
  /** The use in the body that decides the mode. */
  readonly use: TSESTree.Node;
}
