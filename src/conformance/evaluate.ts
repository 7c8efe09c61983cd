import type { Case, Catalogue, Recorded } from "./catalogue.js";
import type { Layer, LayerId } from "./layers/layer.js";
import { messages } from "./messages.js";
import type { Verdict } from "./verdict.js";

/** What one layer said of one case, next to what is recorded. */
interface Entry {
  readonly found: unknown;
  /** All that is compared, in one line. */
  readonly says: string;
  readonly expected: string;
  readonly cell: string;
  readonly stops: boolean;
}

/** What one layer said of all cases. */
export interface Column {
  readonly layer: Layer<unknown>;
  /** The tool's version; of the recording, where the tool is not here. */
  readonly version: string | undefined;
  /** `recorded` where the tool is not here, so that the verdicts shown are the recorded ones. */
  readonly source: "run" | "recorded";
  /** Why the recorded verdicts are shown, or why differences are not counted. */
  readonly note: string | undefined;
  /** Whether a difference is a failure. */
  readonly counts: boolean;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A recorded verdict that does not hold. */
export interface Change {
  readonly layer: LayerId;
  readonly name: string;
  readonly expected: string;
  readonly got: string;
}

/** The outcome of a run. */
export interface Evaluation {
  readonly cases: readonly Case[];
  readonly columns: readonly Column[];
  /** Those that count. */
  readonly changes: readonly Change[];
  /** Those that don't: rustc of another version than the recording's. */
  readonly differences: readonly Change[];
}

/** Told as a run goes on. */
export interface Progress {
  /** `total` cases are about to be looked at by a layer. */
  start(layer: LayerId, total: number): void;
  advance(count: number): void;
  stop(): void;
}

/** Runs each layer over the cases and compares with what is recorded. */
export async function evaluate(
  catalogue: Catalogue,
  cases: readonly Case[],
  layers: readonly Layer<unknown>[],
  progress: Progress,
): Promise<Evaluation> {
  const columns: Column[] = [];
  for (const layer of layers) columns.push(await runLayer(catalogue, cases, layer, progress));
  const all = columns.flatMap((column) =>
    changesOf(column, cases).map((change) => ({ change, counts: column.counts })),
  );
  return {
    cases,
    columns,
    changes: all.filter(({ counts }) => counts).map(({ change }) => change),
    differences: all.filter(({ counts }) => !counts).map(({ change }) => change),
  };
}

async function runLayer(
  catalogue: Catalogue,
  cases: readonly Case[],
  layer: Layer<unknown>,
  progress: Progress,
): Promise<Column> {
  const available = await layer.find();
  const recordedVersion = catalogue.recorded[layer.id];
  const entryOf = ({ verdict }: Case, found: unknown): Entry => ({
    found,
    says: layer.describe(found),
    expected: layer.describe(layer.recorded(verdict)),
    cell: layer.cell(found),
    stops: layer.stops(found),
  });
  if (!available.here) {
    const entries = new Map(cases.map((each) => [each.name, entryOf(each, layer.recorded(each.verdict))]));
    return { layer, version: recordedVersion, source: "recorded", note: available.why, counts: true, entries };
  }
  progress.start(layer.id, cases.length);
  let found: ReadonlyMap<string, unknown>;
  try {
    found = await layer.run(catalogue, cases, (count) => {
      progress.advance(count);
    });
  } finally {
    progress.stop();
  }
  // npm pins the compilers of TypeScript; rustc is whatever the machine has.
  const counts = layer.id !== "rustc" || recordedVersion === undefined || recordedVersion === available.version;
  return {
    layer,
    version: available.version,
    source: "run",
    note: counts ? undefined : messages.recordedVersion(recordedVersion, available.version),
    counts,
    entries: new Map(cases.map((each) => [each.name, entryOf(each, found.get(each.name))])),
  };
}

function changesOf({ layer, entries }: Column, cases: readonly Case[]): Change[] {
  return cases.flatMap(({ name }) => {
    const entry = entries.get(name);
    if (entry === undefined || entry.says === entry.expected) return [];
    return [{ layer: layer.id, name, expected: entry.expected, got: entry.says }];
  });
}

/** The verdicts as they are now, for `--record`; the checker's come from the marks in `case.ts`, not from a run. */
export function nextVerdicts({ cases, columns }: Evaluation): Map<string, Verdict> {
  return new Map(
    cases.map(({ name, marked, verdict }) => {
      const start: Verdict = { ...verdict, checker: marked.filter(({ code }) => code.startsWith("MC")) };
      const measured = columns.filter(({ source, layer }) => source === "run" && layer.id !== "checker");
      return [name, measured.reduce((next, { layer, entries }) => layer.record(next, entries.get(name)?.found), start)];
    }),
  );
}

/** The versions of the tools that ran, laid over what was recorded before. */
export function nextRecorded(recorded: Recorded, { columns }: Evaluation): Recorded {
  const ran = columns.filter(
    ({ source, layer }) => source === "run" && layer.id !== "runtime" && layer.id !== "checker",
  );
  return { ...recorded, ...Object.fromEntries(ran.map(({ layer, version }) => [layer.id, version ?? ""])) };
}
