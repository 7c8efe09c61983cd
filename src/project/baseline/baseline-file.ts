import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { ProjectError } from "../config/project-error.js";
import { reason } from "../config/load-config.js";
import type { Finding } from "../findings/finding.js";
import { canBeKnown, keyOf, lineOf, pathsFrom } from "./baseline.js";
import type { Baseline, BaselineEntry } from "./baseline.js";
import { baselineMessages } from "./messages.js";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const schema = v.strictObject({
  version: v.literal(1),
  findings: v.record(
    v.string(),
    v.array(v.strictObject({ code: v.string(), text: v.string(), count: v.optional(count, 1) })),
  ),
});

/**
 * Reads a baseline.
 *
 * @param file absolute path
 * @param shown the path as people know it
 * @returns `undefined` when there is none
 * @throws ProjectError when it cannot be read, or is not what movecheck writes
 */
export function readBaseline(file: string, shown: string): Baseline | undefined {
  if (!existsSync(file)) return undefined;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new ProjectError(baselineMessages.unreadable(shown, reason(error)));
  }
  const parsed = v.safeParse(schema, parse(text));
  if (!parsed.success) throw new ProjectError(baselineMessages.broken(shown));
  return { files: new Map(Object.entries(parsed.output.findings)) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the schema
  }
}

/**
 * The baseline that knows a run's findings.
 *
 * @param findings all of the run
 * @param file absolute path of the baseline
 * @param checked absolute paths of the files that the run checked
 * @param earlier what it says of other files that are still there is kept
 */
export function baselineOf(
  findings: readonly Finding[],
  file: string,
  checked: readonly string[],
  earlier: Baseline = { files: new Map() },
): Baseline {
  const folder = dirname(file);
  const pathOf = pathsFrom(folder);
  const files = new Map<string, Map<string, BaselineEntry>>();
  for (const finding of findings.filter(canBeKnown)) {
    const path = pathOf(finding.source.file);
    const entries = files.get(path) ?? new Map<string, BaselineEntry>();
    files.set(path, entries);
    const entry = { code: finding.code, text: lineOf(finding) };
    const key = keyOf(entry);
    entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const paths = new Set(checked.map(pathOf));
  const kept = [...earlier.files].filter(([path]) => !paths.has(path) && existsSync(join(folder, path)));
  const listed = [...files].map(([path, entries]) => [path, [...entries.values()]] as const);
  return { files: new Map([...kept, ...listed]) };
}

/**
 * Writes a baseline so that it can be reviewed and merged: sorted, an entry a line.
 *
 * @throws ProjectError when it cannot be written
 */
export function writeBaseline(file: string, shown: string, { files }: Baseline): void {
  const sorted = [...files].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks = sorted.map(([path, entries]) => {
    const lines = [...entries]
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map(({ code, text, count: times }) => JSON.stringify({ code, text, ...(times === 1 ? {} : { count: times }) }));
    return `    ${JSON.stringify(path)}: [\n${lines.map((line) => `      ${line}`).join(",\n")}\n    ]`;
  });
  const body = blocks.length === 0 ? "{}" : `{\n${blocks.join(",\n")}\n  }`;
  try {
    writeFileSync(file, `{\n  "version": 1,\n  "findings": ${body}\n}\n`);
  } catch (error) {
    throw new ProjectError(baselineMessages.cannotWrite(shown, reason(error)));
  }
}
