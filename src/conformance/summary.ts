import type { Evaluation } from "./evaluate.js";
import type { LayerId } from "./layers/layer.js";

/** What one layer, or several together, stop. */
interface Score {
  readonly name: string;
  readonly stopped: number;
  readonly falseAlarms: number;
}

/** The counts under the table. */
export interface Summary {
  readonly misuses: number;
  readonly valid: number;
  readonly scores: readonly Score[];
}

/** Counts per layer, and for all three layers of movecheck together (each alone says little: they fill each other's gaps). */
export function summarize({ cases, columns }: Evaluation): Summary {
  const misuses = cases.filter(({ verdict }) => verdict.kind === "misuse");
  const valid = cases.filter(({ verdict }) => verdict.kind === "valid");
  const score = (name: string, ids: readonly LayerId[]): Score => {
    const of = columns.filter(({ layer }) => ids.includes(layer.id));
    const stops = (caseName: string): boolean => of.some(({ entries }) => entries.get(caseName)?.stops === true);
    return {
      name,
      stopped: misuses.filter((each) => stops(each.name)).length,
      falseAlarms: valid.filter((each) => stops(each.name)).length,
    };
  };
  const ids = columns.map(({ layer }) => layer.id);
  const scores = ids.map((id) => score(id, [id]));
  const has = (id: LayerId): boolean => ids.includes(id);
  if (has("tsc 6.0") && has("checker")) scores.push(score("tsc 6.0 + checker", ["tsc 6.0", "checker"]));
  if (has("tsc 6.0") && has("runtime")) scores.push(score("tsc 6.0 + runtime", ["tsc 6.0", "runtime"]));
  return { misuses: misuses.length, valid: valid.length, scores };
}
