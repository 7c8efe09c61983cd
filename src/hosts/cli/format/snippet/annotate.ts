import type { Span } from "../../../../checker/syntax/span.js";
import type { SourceText } from "../../../../project/source/source-text.js";
import { displayWidth } from "./display.js";

/** A span to underline, with the words beside it. */
export interface Annotation {
  readonly span: Span;
  readonly label?: string;
  readonly primary: boolean;
}

/** One end of an annotation on one line: an underline, or where a multi-line span begins or ends. */
export interface Mark {
  readonly kind: "underline" | "begin" | "end";
  readonly line: number;
  /** Cells from the start of the line; `to` exclusive and beyond `from`. */
  readonly from: number;
  readonly to: number;
  readonly label: string | undefined;
  readonly primary: boolean;
  /** The column of the rail that joins the two ends of a multi-line span. */
  readonly rail: number;
}

/** A multi-line span: the lines it joins, and the column of the rail it is drawn on. */
export interface Rail {
  readonly first: number;
  readonly last: number;
  readonly column: number;
  readonly primary: boolean;
  /** Drawn as `/` beside the first line, because nothing stands before the span there. */
  readonly slash: boolean;
}

/** Everything to draw over one file's text. */
export interface Marks {
  readonly marks: readonly Mark[];
  readonly rails: readonly Rail[];
  /** Columns kept free for rails, left of the text. */
  readonly railWidth: number;
}

interface Located {
  readonly annotation: Annotation;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Turns spans into marks on lines, and gives each multi-line span a rail of its own where they overlap.
 *
 * @param source the text
 * @param annotations what to mark in it
 */
export function markAnnotations(source: SourceText, annotations: readonly Annotation[]): Marks {
  const located = annotations.map((annotation) => locate(source, annotation));
  const marks: Mark[] = [];
  for (const { annotation, first, last, from, to } of located) {
    if (first === last) {
      marks.push({
        kind: "underline",
        line: first,
        from,
        to: Math.max(to, from + 1),
        label: annotation.label,
        primary: annotation.primary,
        rail: 0,
      });
    }
  }
  const rails: Rail[] = [];
  const long = located.filter(({ first, last }) => first !== last).sort((a, b) => a.first - b.first || b.last - a.last);
  for (const { annotation, first, last, from, to } of long) {
    const { label, primary } = annotation;
    let column = 0;
    while (rails.some((rail) => rail.column === column && rail.first <= last && first <= rail.last)) column += 2;
    const alone = !located.some(
      (other) => other.annotation !== annotation && (other.first === first || other.last === first),
    );
    const slash = alone && source.text.slice(source.startOf(first), annotation.span.start).trim() === "";
    rails.push({ first, last, column, primary, slash });
    if (!slash) marks.push({ kind: "begin", line: first, from, to: from + 1, label: undefined, primary, rail: column });
    marks.push({
      kind: "end",
      line: last,
      from: Math.max(to - 1, 0),
      to: Math.max(to, 1),
      label,
      primary,
      rail: column,
    });
  }
  const railWidth = rails.length === 0 ? 0 : Math.max(...rails.map((rail) => rail.column)) + 2;
  return { marks, rails, railWidth };
}

function locate(source: SourceText, annotation: Annotation): Located {
  const start = source.positionAt(annotation.span.start);
  // A span that takes in the line break ends on the line it started from, not in front of the next one.
  const text = source.text.slice(annotation.span.start, annotation.span.end).trimEnd();
  const end = source.positionAt(annotation.span.start + Math.max(text.length, 0));
  const cells = (line: number, column: number): number => displayWidth(source.lineText(line).slice(0, column - 1));
  return {
    annotation,
    first: start.line,
    last: end.line,
    from: cells(start.line, start.column),
    to: cells(end.line, end.column),
  };
}
