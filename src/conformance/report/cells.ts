import type { Case } from "../catalogue.js";
import type { Column, Evaluation } from "../evaluate.js";
import { type TscVersion, tscVersions } from "../tsc.js";

/** A row as it is shown: the three compilers are one cell where they agree. */
export interface Row {
  readonly name: string;
  readonly title: string;
  readonly kind: "misuse" | "valid";
  readonly area: string;
  readonly rustc: Cell;
  readonly tsc: Cell;
  readonly runtime: Cell;
  /** Empty while there is no checker among the layers. */
  readonly checker: Cell;
}

/** One cell: the text, whether the layer stops the case, whether its recorded verdict changed. */
export interface Cell {
  readonly text: string;
  readonly stops: boolean;
  readonly changed: boolean;
}

const absent: Cell = { text: "", stops: false, changed: false };

/** The table's rows, in the catalogue's order. */
export function rowsOf({ cases, columns }: Evaluation): Row[] {
  const of = (id: string): Column | undefined => columns.find(({ layer }) => layer.id === id);
  return cases.map(({ name, verdict: { title, kind, area } }) => ({
    name,
    title,
    kind,
    area,
    rustc: cellOf(of("rustc"), name),
    tsc: tscCell(tscVersions.map((version) => ({ version, cell: cellOf(of(`tsc ${version}`), name) }))),
    runtime: cellOf(of("runtime"), name),
    checker: cellOf(of("checker"), name),
  }));
}

function cellOf(column: Column | undefined, name: Case["name"]): Cell {
  const entry = column?.entries.get(name);
  return entry === undefined
    ? absent
    : { text: entry.cell, stops: entry.stops, changed: entry.says !== entry.expected };
}

/** What the development compiler says, and in parentheses those that say otherwise: `TS2345 (7.0: TS2739)`. */
function tscCell(each: readonly { readonly version: TscVersion; readonly cell: Cell }[]): Cell {
  const main = each.find(({ version }) => version === "6.0")?.cell.text ?? "";
  const others = each
    .filter(({ cell }) => cell.text !== main)
    .map(({ version, cell }) => `${version}: ${cell.text || "–"}`);
  return {
    text: others.length === 0 ? main : `${main || "–"} (${others.join(", ")})`,
    stops: each.every(({ cell }) => cell.stops),
    changed: each.some(({ cell }) => cell.changed),
  };
}

/** The rows by area, in the catalogue's order. */
export function byArea(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.area) ?? [];
    group.push(row);
    groups.set(row.area, group);
  }
  return groups;
}
