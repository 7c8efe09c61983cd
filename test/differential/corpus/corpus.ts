import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Question } from "../judge/disagreement.js";
import type { Subject } from "../language/subject.js";

/** A minimal function on which two judges once differed, or still do. */
export interface CorpusCase {
  /** What was wrong, in a sentence. */
  readonly about: string;
  readonly question: Question;
  /** Made of what Rust can't say. */
  readonly exceptions: boolean;
  /** They still differ: the case then asserts that, so that a fix is noticed. */
  readonly knownGap: boolean;
  /** What rustc reports, recorded; absent where Rust can't say it. */
  readonly rustc?: string;
  /** The TypeScript, for the reader. */
  readonly typescript: readonly string[];
  readonly subject: Subject;
}

const folder = new URL("./", import.meta.url);

/** The corpus by file name. */
export function readCorpus(): ReadonlyMap<string, CorpusCase> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return new Map(
    names.map((name) => [
      name.replace(/\.json$/, ""),
      JSON.parse(readFileSync(new URL(name, folder), "utf8")) as CorpusCase,
    ]),
  );
}

/** Adds a case, or replaces the one of the same name. */
export function writeCase(name: string, corpusCase: CorpusCase): void {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(corpusCase, undefined, 1)}\n`);
}
