import type { Evaluation } from "../evaluate.js";
import { summarize } from "../summary.js";

/** The matrix as one JSON document, for tools. */
export function formatJson(evaluation: Evaluation): string {
  const { cases, columns, changes, differences } = evaluation;
  const document = {
    layers: columns.map(({ layer, version, source, note }) => ({ layer: layer.id, version, source, note })),
    cases: cases.map(({ name, verdict: { title, kind, area, mustCatch } }) => ({
      name,
      title,
      kind,
      area,
      mustCatch: mustCatch === true,
      verdicts: Object.fromEntries(
        columns.map(({ layer, entries }) => {
          const entry = entries.get(name);
          return [
            layer.id,
            {
              found: entry?.found,
              stops: entry?.stops,
              recorded: entry?.expected,
              holds: entry?.says === entry?.expected,
            },
          ];
        }),
      ),
    })),
    summary: summarize(evaluation),
    changes,
    differences,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
