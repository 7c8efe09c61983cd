import type { TSESTree } from "@typescript-eslint/types";

/** A stretch of one file's text: UTF-16 offsets, `end` exclusive, as TypeScript and ESTree count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A node's stretch of text. */
export function spanOf(node: TSESTree.Node): Span {
  return { start: node.range[0], end: node.range[1] };
}

/** The name that a binding node introduces, without its type annotation. */
export function nameSpan(node: TSESTree.Node): Span {
  if (node.type === "Identifier") return { start: node.range[0], end: node.range[0] + node.name.length };
  return spanOf(node);
}
