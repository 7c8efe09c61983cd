import { relative, sep } from "node:path";
import type { Finding } from "../findings/finding.js";

/** The name of the file that holds a baseline. */
export const BASELINE_FILE = "movecheck-baseline.json";

/** Findings of one file that are alike. */
export interface BaselineEntry {
  readonly code: string;
  /** The line that the finding points at, without its indentation: where in the file it stands does not matter. */
  readonly text: string;
  readonly count: number;
}

/** What was found when a baseline was written, by file. */
export interface Baseline {
  /** Paths relative to the baseline's folder, with slashes. */
  readonly files: ReadonlyMap<string, readonly BaselineEntry[]>;
}

/** Whether a finding can be part of a baseline: a file whose syntax is broken has not been checked at all. */
export function canBeKnown({ code }: Finding): boolean {
  return !code.startsWith("TS");
}

/**
 * The line that a finding points at, in a form that survives moving, indenting and wrapping blanks.
 *
 * @example
 * lineOf(finding); // "const handle = await open(path);"
 */
export function lineOf({ source, span }: Finding): string {
  return source.lineText(source.positionAt(span.start).line).trim().replaceAll(/\s+/gu, " ");
}

/** What tells one kind of finding of a file from another. */
export function keyOf({ code, text }: Pick<BaselineEntry, "code" | "text">): string {
  return `${code} ${text}`;
}

/** A file's path relative to a folder, with slashes, as a baseline has it. */
export function pathsFrom(folder: string): (file: string) => string {
  return (file) => relative(folder, file).split(sep).join("/");
}
