import type { Span } from "../../../checker/syntax/span.js";
import type { SourceText } from "../../../project/source/source-text.js";

/** A span as people count: lines and columns from 1, the end exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The lines and columns of a span. */
export function regionOf(source: SourceText, span: Span): Region {
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
