import { createColors } from "picocolors";
import type { Change, Evaluation } from "../evaluate.js";
import { messages } from "../messages.js";
import { summarize } from "../summary.js";
import { byArea, type Cell, type Row, rowsOf } from "./cells.js";

/** How to print. */
export interface TerminalOptions {
  readonly colour: boolean;
  /** Characters a line may have. */
  readonly width: number;
}

type Paint = (text: string) => string;

const titles = ["misuse", "rustc", "tsc", "run time", "checker"] as const;

/** The whole report as text for a terminal. */
export function formatTerminal(evaluation: Evaluation, { colour, width }: TerminalOptions): string {
  const paint = createColors(colour);
  const rows = rowsOf(evaluation);
  const texts = (row: Row): string[] => [
    row.name,
    row.rustc.text,
    row.tsc.text,
    shorten(row.runtime.text),
    row.checker.text,
  ];
  const widths = titles.map((title, column) =>
    Math.max(title.length, 1, ...rows.map((row) => texts(row)[column]?.length ?? 0)),
  );
  // The names give way where the terminal is narrow; codes never do.
  const others = widths.slice(1).reduce((sum, each) => sum + each + 2, 0);
  widths[0] = Math.max(20, Math.min(widths[0] ?? 0, width - others));

  const line = (cells: readonly string[], paints: readonly Paint[]): string =>
    cells
      .map((text, column) => {
        const room = widths[column] ?? 0;
        const cut = text.length > room && column === 0 ? `${text.slice(0, room - 1)}…` : text;
        const last = column === cells.length - 1;
        return (paints[column] ?? String)(last ? cut : cut.padEnd(room));
      })
      .join("  ")
      .trimEnd();
  const ruler = paint.dim(
    "─".repeat(
      Math.min(
        width,
        widths.reduce((sum, each) => sum + each + 2, -2),
      ),
    ),
  );

  const good: Paint = paint.green;
  const bad: Paint = (text) => paint.red(text);
  const paintOf = (row: Row, cell: Cell): Paint => {
    if (cell.changed) return (text) => paint.bold(paint.red(text));
    if (row.kind === "valid") return cell.stops ? bad : paint.dim;
    return cell.stops ? good : paint.dim;
  };
  const shown = (cell: Cell, column: number, present: boolean): string =>
    cell.text || (present && column > 0 ? "–" : "");

  const out: string[] = [];
  const checkerRuns = evaluation.columns.some(({ layer }) => layer.id === "checker");
  for (const kind of ["misuse", "valid"] as const) {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (ofKind.length === 0) continue;
    out.push(
      line(
        kind === "misuse" ? titles : ["valid use", ...titles.slice(1)],
        titles.map(() => paint.bold),
      ),
      ruler,
    );
    for (const [area, group] of byArea(ofKind)) {
      out.push(paint.cyan(area));
      for (const row of group) {
        const cells = [row.rustc, row.tsc, { ...row.runtime, text: shorten(row.runtime.text) }, row.checker];
        out.push(
          line(
            [row.name, ...cells.map((cell, at) => shown(cell, at + 1, at < 3 || checkerRuns))],
            [String, ...cells.map((cell) => paintOf(row, cell))],
          ),
        );
      }
    }
    out.push("");
  }
  return [
    ...out,
    paint.dim(messages.legend),
    "",
    ...formatLayers(evaluation, paint),
    "",
    ...formatSummary(evaluation, paint),
    "",
    ...formatVerdict(evaluation, paint),
    "",
  ].join("\n");
}

/** The guard's codes share a prefix that would take a third of the line. */
function shorten(text: string): string {
  return text.replace("ERR_MOVECHECK_", "");
}

type Colors = ReturnType<typeof createColors>;

function formatLayers({ columns }: Evaluation, paint: Colors): string[] {
  return columns.map(({ layer, version, source, note }) => {
    const tool = `${layer.id === "runtime" ? "runtime (node)" : layer.id} ${version ?? ""}`.trim();
    const recorded = source === "recorded" ? paint.yellow(" recorded verdicts, not run") : "";
    return `${paint.dim("layer")} ${tool}${recorded}${note === undefined ? "" : paint.yellow(` (${note})`)}`;
  });
}

function formatSummary(evaluation: Evaluation, paint: Colors): string[] {
  const { misuses, valid, scores } = summarize(evaluation);
  const room = Math.max(...scores.map(({ name }) => name.length));
  return scores.map(({ name, stopped, falseAlarms }) => {
    const alarms = `${falseAlarms} false alarm${falseAlarms === 1 ? "" : "s"} on ${valid} valid use${valid === 1 ? "" : "s"}`;
    const caught = `${String(stopped).padStart(String(misuses).length)} of ${misuses} misuse${misuses === 1 ? "" : "s"} stopped`;
    return `${name.padEnd(room)}  ${caught}, ${falseAlarms === 0 ? alarms : paint.red(alarms)}`;
  });
}

function formatVerdict({ cases, changes, differences }: Evaluation, paint: Colors): string[] {
  const show = ({ layer, name, expected, got }: Change): string[] => [
    paint.bold(messages.changed(layer, name)),
    `  expected  ${expected}`,
    `  got       ${got}`,
  ];
  return [
    ...differences.flatMap(show),
    ...changes.flatMap(show),
    changes.length === 0
      ? paint.green(messages.allHold(cases.length))
      : paint.red(messages.someChanged(changes.length)),
  ];
}
