import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { areasOf } from "./areas.js";
import { readMarkers } from "./markers.js";
import { MatrixError, messages } from "./messages.js";
import { type CodeAt, formatVerdict, parseVerdict, type Verdict } from "./verdict.js";

/** One case of the catalogue. */
export interface Case {
  /** The folder's name, in kebab case. */
  readonly name: string;
  /** Absolute. */
  readonly typescript: string;
  /** Absolute. */
  readonly rust: string;
  /** What `case.ts` marks: the checker's codes, and `tsc`. */
  readonly marked: readonly CodeAt[];
  /** What `main.rs` marks. */
  readonly markedRust: readonly CodeAt[];
  readonly verdict: Verdict;
}

/** The compilers that the recorded verdicts were measured with: the content of `recorded.json`. */
export type Recorded = Readonly<Record<string, string>>;

/** The catalogue, read. */
export interface Catalogue {
  readonly directory: string;
  /** By kind, then by area, then by name. */
  readonly cases: readonly Case[];
  readonly recorded: Recorded;
}

/** This package's own folder; the same from `src` and from `dist`. */
export const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

/** Where this package's catalogue is. */
export const ownCatalogue = join(packageRoot, "type-tests", "catalogue");

/**
 * Reads a catalogue: every folder with a `verdict.json`.
 *
 * @throws MatrixError when there is none, or when a case is malformed
 */
export async function loadCatalogue(directory: string): Promise<Catalogue> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => {
    throw new MatrixError(messages.noCatalogue(directory));
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const cases = await Promise.all(names.map((name) => loadCase(directory, name)));
  return { directory, cases: cases.sort(inOrder), recorded: await loadRecorded(directory) };
}

async function loadCase(directory: string, name: string): Promise<Case> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
    throw new MatrixError(messages.badCase(name, "the name must be in kebab case"));
  const [typescript, rust, record] = ["case.ts", "main.rs", "verdict.json"].map((file) =>
    join(directory, name, file),
  ) as [string, string, string];
  const read = (file: string): Promise<string> =>
    readFile(file, "utf8").catch(() => {
      throw new MatrixError(messages.badCase(name, `can't read ${file.slice(directory.length + name.length + 2)}`));
    });
  const [source, rustSource, text] = await Promise.all([read(typescript), read(rust), read(record)]);
  return {
    name,
    typescript,
    rust,
    marked: readMarkers(source),
    markedRust: readMarkers(rustSource),
    verdict: parseVerdict(name, text),
  };
}

async function loadRecorded(directory: string): Promise<Recorded> {
  const file = join(directory, "recorded.json");
  const text = await readFile(file, "utf8").catch(() => "{}");
  try {
    return JSON.parse(text) as Recorded;
  } catch {
    throw new MatrixError(messages.badRecord(file, "not JSON"));
  }
}

/** Writes the verdicts that differ from what the catalogue holds; returns how many. */
export async function saveVerdicts(
  catalogue: Catalogue,
  verdicts: ReadonlyMap<string, Verdict>,
  recorded: Recorded,
): Promise<number> {
  let written = 0;
  for (const { name, verdict } of catalogue.cases) {
    const next = verdicts.get(name);
    if (next === undefined) continue;
    const file = join(catalogue.directory, name, "verdict.json");
    const text = formatVerdict(next);
    if ((await readFile(file, "utf8")) === text) continue;
    if (JSON.stringify(next) !== JSON.stringify(verdict)) written += 1;
    await writeFile(file, text);
  }
  await writeFile(join(catalogue.directory, "recorded.json"), `${JSON.stringify(recorded, null, 2)}\n`);
  return written;
}

function inOrder(left: Case, right: Case): number {
  return (
    left.verdict.kind.localeCompare(right.verdict.kind) ||
    areasOf(left.verdict.kind).indexOf(left.verdict.area) - areasOf(right.verdict.kind).indexOf(right.verdict.area) ||
    left.name.localeCompare(right.name)
  );
}
