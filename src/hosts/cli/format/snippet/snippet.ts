import type { SourceText } from "../../../../project/source/source-text.js";
import { markAnnotations } from "./annotate.js";
import type { Annotation, Mark, Marks, Rail } from "./annotate.js";
import { Canvas } from "./canvas.js";
import { displayText } from "./display.js";
import type { Paint, Style } from "./paint.js";

export type { Annotation } from "./annotate.js";

/** How a snippet is drawn. */
export interface SnippetStyle {
  readonly paint: Paint;
  /** The colour of primary marks. */
  readonly primary: Style;
  /** Cells for line numbers, the same for all snippets of one finding. */
  readonly gutter: number;
}

/**
 * Draws source lines with carets and labels under them, as rustc does.
 *
 * Primary spans are underlined with `^`, secondary with `-`. The rightmost label of a line stands beside its underline;
 * the others hang below, each from its own connector. A span over several lines is drawn as a rail on the left.
 * Source: the layout rules of rustc's `rustc_errors::emitter`.
 *
 * @param source the text
 * @param annotations what to mark; at least one
 * @returns finished lines, without the frame around them
 */
export function renderSnippet(source: SourceText, annotations: readonly Annotation[], style: SnippetStyle): string[] {
  const marks = markAnnotations(source, annotations);
  const lines = linesToShow(marks);
  const out: string[] = [];
  let previous: number | undefined;
  for (const line of lines) {
    if (previous !== undefined && line > previous + 1) {
      if (line === previous + 2) out.push(...renderLine(source, previous + 1, marks, style));
      else out.push(renderGap(previous, marks, style));
    }
    out.push(...renderLine(source, line, marks, style));
    previous = line;
  }
  return out;
}

/** The largest line number a snippet will show, which decides the width of the gutter. */
export function lastLine(source: SourceText, annotations: readonly Annotation[]): number {
  return Math.max(...linesToShow(markAnnotations(source, annotations)));
}

/** A multi-line span this short is shown whole. */
const SHORT = 4;

function linesToShow({ marks, rails }: Marks): number[] {
  const lines = new Set<number>();
  for (const mark of marks) lines.add(mark.line);
  for (const { first, last } of rails) {
    for (let line = first; line <= Math.min(first + 1, last); line += 1) lines.add(line);
    if (last - first <= SHORT) for (let line = first; line <= last; line += 1) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}

const markStyle = (mark: { primary: boolean }, style: SnippetStyle): Style =>
  mark.primary ? style.primary : "secondary";

function gutter(text: string, style: SnippetStyle): string {
  return style.paint("gutter", `${text.padEnd(style.gutter)} |`);
}

function joined(left: string, row: Canvas, style: SnippetStyle): string {
  const right = row.render(style.paint);
  return right === "" ? left : `${left} ${right}`;
}

function renderGap(after: number, { rails }: Marks, style: SnippetStyle): string {
  const row = new Canvas();
  for (const rail of rails) {
    if (rail.first <= after && after < rail.last) row.put(rail.column, "|", markStyle(rail, style));
  }
  const right = row.render(style.paint);
  return right === ""
    ? style.paint("gutter", "...")
    : `${style.paint("gutter", "...".padEnd(style.gutter + 2))} ${right}`;
}

function renderLine(source: SourceText, line: number, all: Marks, style: SnippetStyle): string[] {
  const text = new Canvas();
  for (const rail of all.rails) {
    if (rail.first < line && line <= rail.last) text.put(rail.column, "|", markStyle(rail, style));
    else if (rail.first === line && rail.slash) text.put(rail.column, "/", markStyle(rail, style));
  }
  text.put(all.railWidth, displayText(source.lineText(line)), "plain");
  const below = renderMarks(
    all.marks.filter((mark) => mark.line === line),
    line,
    all,
    style,
  );
  return [
    joined(gutter(String(line), style), text, style),
    ...below.map((row) => joined(gutter("", style), row, style)),
  ];
}

interface Placed {
  readonly mark: Mark;
  /** The row of its label, counted from the row of underlines. */
  readonly row: number;
}

/** Decides in which row below the line each mark's label goes: beside the underline, or hanging. */
function place(marks: readonly Mark[]): Placed[] {
  const ordered = [...marks].sort((a, b) => b.from - a.from || b.to - a.to);
  let hanging = 1;
  return ordered.map((mark, index) => {
    if (mark.kind === "underline" && mark.label === undefined) return { mark, row: 0 };
    const others = ordered.filter((other) => other !== mark);
    const inline =
      mark.kind === "underline"
        ? index === 0 && others.every((other) => other.to <= mark.from)
        : // The rail runs left along the row of underlines, so nothing else may stand there.
          others.length === 0;
    if (inline) return { mark, row: 0 };
    hanging += 1;
    return { mark, row: hanging };
  });
}

function renderMarks(marks: readonly Mark[], line: number, all: Marks, style: SnippetStyle): Canvas[] {
  if (marks.length === 0) return [];
  const placed = place(marks);
  const rows = Array.from({ length: Math.max(...placed.map(({ row }) => row)) + 1 }, () => new Canvas());
  const offset = all.railWidth;
  for (const { mark, row } of placed) drawLabel(rows, mark, row, offset, style);
  // Connectors go only where there is room: labels win.
  for (const { mark, row } of placed) {
    for (const between of rows.slice(1, row)) between.putUnder(offset + mark.from, "|", markStyle(mark, style));
  }
  // From the longest to the shortest, so that a mark inside another stays visible; of equals the primary wins.
  const length = ({ mark }: Placed): number => mark.to - mark.from;
  for (const { mark } of [...placed].sort(
    (a, b) => length(b) - length(a) || Number(a.mark.primary) - Number(b.mark.primary),
  )) {
    rows[0]?.fill(offset + mark.from, offset + mark.to, mark.primary ? "^" : "-", markStyle(mark, style));
  }
  drawRails(rows, placed, line, all.rails, style);
  return rows;
}

function drawLabel(rows: readonly Canvas[], mark: Mark, row: number, offset: number, style: SnippetStyle): void {
  const canvas = rows[row];
  if (canvas === undefined) return;
  const color = markStyle(mark, style);
  if (mark.kind === "underline") {
    if (mark.label !== undefined) canvas.put(row === 0 ? offset + mark.to + 1 : offset + mark.from, mark.label, color);
    return;
  }
  canvas.fill(mark.rail + 1, offset + mark.from, "_", color);
  if (row > 0) canvas.put(offset + mark.from, "|", color);
  if (mark.label !== undefined) canvas.put(offset + mark.to + 1, mark.label, color);
}

function drawRails(
  rows: readonly Canvas[],
  placed: readonly Placed[],
  line: number,
  rails: readonly Rail[],
  style: SnippetStyle,
): void {
  const rowOf = (kind: Mark["kind"], rail: Rail): number =>
    placed.find(({ mark }) => mark.kind === kind && mark.rail === rail.column)?.row ?? 0;
  for (const rail of rails) {
    rows.forEach((canvas, index) => {
      const through = rail.first < line && line < rail.last;
      const starts = rail.first === line && (rail.slash || index > rowOf("begin", rail));
      const ends = rail.last === line && index <= rowOf("end", rail);
      if (through || starts || ends) canvas.put(rail.column, "|", markStyle(rail, style));
    });
  }
}
