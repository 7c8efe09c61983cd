import type { TSESTree } from "@typescript-eslint/types";
import type { Span } from "../diagnostics/diagnostic.js";

/** A node's stretch of text. */
export function spanOf(node: TSESTree.Node): Span {
  return { start: node.range[0], end: node.range[1] };
}

/** The name that a binding node introduces, without its type annotation. */
export function nameSpan(node: TSESTree.Node): Span {
  if (node.type === "Identifier") return { start: node.range[0], end: node.range[0] + node.name.length };
  return spanOf(node);
}
