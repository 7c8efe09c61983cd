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

/** Orders spans by where they start, then by where they end. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Orders what has a span by it: the comparison for a list of diagnostics, moves or edits. */
export function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return compareSpans(a.span, b.span);
}

/** Orders nodes by their position in the text. */
export function byPosition(a: TSESTree.Node, b: TSESTree.Node): number {
  return a.range[0] - b.range[0] || a.range[1] - b.range[1];
}

/** Whether one span lies within another. */
export function isWithinSpan(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A span somewhere else in the text. */
export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
