import type { Finding } from "../findings/finding.js";
import { canBeKnown, keyOf, lineOf } from "./baseline.js";
import type { Baseline, BaselineEntry } from "./baseline.js";

/** An entry of a baseline that was found less often than it says, or not at all. */
export interface Gone extends BaselineEntry {
  readonly file: string;
}

/** Findings sorted by whether a baseline knows them. */
export interface Comparison {
  /** Those that it does not know, in the order given. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** What it knows and was not found; `count` is how often. */
  readonly gone: readonly Gone[];
}

/** What was looked at. */
export interface Run {
  readonly findings: readonly Finding[];
  /** A file's path relative to the baseline's folder, with slashes. */
  readonly pathOf: (file: string) => string;
  /** Whether a file of the baseline was checked in this run: of the others nothing is known. */
  readonly checked: (path: string) => boolean;
  /** Whether a file of the baseline is still there. */
  readonly exists: (path: string) => boolean;
}

/**
 * Compares a run with a baseline.
 *
 * A finding is known when the baseline has one of its code, in its file, that points at the same text; the baseline's
 * count says how many of them are known. What is known of a file that is there no more holds wherever the same is found
 * in one that the baseline says nothing about: it was renamed.
 */
export function compare(baseline: Baseline, { findings, pathOf, checked, exists }: Run): Comparison {
  const left = new Map([...baseline.files].map(([path, entries]) => [path, countsOf(entries)]));
  const removed = [...left].filter(([path]) => !exists(path));
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const path = pathOf(finding.source.file);
    const key = keyOf({ code: finding.code, text: lineOf(finding) });
    const own = left.get(path);
    const candidates = own === undefined ? removed.map(([, counts]) => counts) : [own];
    const knows = canBeKnown(finding) && candidates.some((counts) => take(counts, key));
    (knows ? known : fresh).push(finding);
  }
  const gone = [...baseline.files].flatMap(([file, entries]) => {
    if (!checked(file) && exists(file)) return [];
    return entries.flatMap((entry) => {
      const count = left.get(file)?.get(keyOf(entry)) ?? 0;
      return count === 0 ? [] : { ...entry, file, count };
    });
  });
  return { fresh, known, gone };
}

function countsOf(entries: readonly BaselineEntry[]): Map<string, number> {
  return new Map(entries.map((entry) => [keyOf(entry), entry.count]));
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count === 0) return false;
  counts.set(key, count - 1);
  return true;
}
