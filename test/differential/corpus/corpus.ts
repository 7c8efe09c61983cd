import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
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

/** The corpus by file name, whatever question each file is grouped under. */
export function readCorpus(): ReadonlyMap<string, CorpusCase> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => path.replaceAll("\\", "/"));
  return new Map(
    paths
      .map((path): [string, CorpusCase] => [
        basename(path, ".json"),
        JSON.parse(readFileSync(new URL(path, folder), "utf8")) as CorpusCase,
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Adds a case under its question, or replaces the one of the same name. */
export function writeCase(name: string, corpusCase: CorpusCase): void {
  const group = new URL(`${corpusCase.question.replaceAll(" ", "-")}/`, folder);
  mkdirSync(group, { recursive: true });
  writeFileSync(new URL(`${name}.json`, group), `${JSON.stringify(corpusCase, undefined, 1)}\n`);
}
