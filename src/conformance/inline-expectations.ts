import type { TscDiagnostic, TscVersion } from "./tsc.js";
import { tscVersions } from "./tsc.js";

/** One error that a source says it has, in a comment under the line. */
export interface Expectation {
  /** 1-based, of the line with the error. */
  readonly line: number;
  /** 1-based, where the error starts. */
  readonly column: number;
  readonly code: string;
  /** Must be part of the message; empty for any. */
  readonly text: string;
  /** The compilers that report it. */
  readonly versions: readonly TscVersion[];
  /** A misuse no compiler reports: nothing is expected, and the place is counted as missed. */
  readonly missed: boolean;
}

/**
 * The comment's form, the first caret under the error's first character:
 *
 *     fd_install(fd, file);
 *     //         ^^ TS2345: consumed by fd_install()
 *
 * Carets can't stand under a comment's own slashes; there the column is written: `// 1: TS2322`. A code is followed by
 * the compilers where not all report it (`TS2345 (6.0, 7.0)`), and by a part of the message after a colon. `missed`
 * stands in place of a code where the line is wrong and no compiler says so.
 */
const expected =
  /^\s*\/\/\s*(?:(?<carets>\^+)|(?<column>\d+):)\s*(?<code>TS\d+|missed)\s*(?:\((?<versions>[\d., ]+)\))?(?::\s*(?<text>.*\S))?\s*$/d;
/** What was meant as an expectation and is not one must not pass as a comment. */
const suspicious = /^\s*\/\/\s*(?:\^|\d+:\s*(?:TS|missed))/;

/**
 * Reads the expectations of a source text.
 *
 * @throws Error that names the line, when a comment looks like an expectation and can't be read
 */
export function readExpectations(source: string): Expectation[] {
  const expectations: Expectation[] = [];
  let above = 0;
  for (const [index, text] of source.split(/\r?\n/).entries()) {
    const match = expected.exec(text);
    if (match === null) {
      if (suspicious.test(text)) throw new Error(`line ${index + 1}: not an expectation: ${text.trim()}`);
      above = index + 1;
      continue;
    }
    const { carets, column, code = "", versions, text: part = "" } = match.groups ?? {};
    const start = match.indices?.groups?.carets?.[0] ?? 0;
    expectations.push({
      line: above,
      column: carets === undefined ? Number(column) : start + 1,
      code,
      text: part,
      versions: versions === undefined ? tscVersions : readVersions(versions, index + 1),
      missed: code === "missed",
    });
  }
  return expectations;
}

function readVersions(list: string, line: number): TscVersion[] {
  return list.split(",").map((item) => {
    const version = tscVersions.find((known) => known === item.trim());
    if (version === undefined) throw new Error(`line ${line}: no such compiler: ${item.trim()}`);
    return version;
  });
}

/** How what a compiler said about one file differs from what the file says it has; empty when they agree. */
export interface Difference {
  /** One line each: `12:3 expected TS2345, got nothing`. */
  readonly problems: readonly string[];
  /** Places marked as wrong and reported. */
  readonly caught: number;
  /** Lines marked as wrong that the compiler lets through. */
  readonly missed: number;
}

/** Compares one file's expectations with the diagnostics one compiler reported in it. */
export function compareExpectations(
  expectations: readonly Expectation[],
  diagnostics: readonly TscDiagnostic[],
  version: TscVersion,
): Difference {
  const problems: string[] = [];
  const left = [...diagnostics];
  let caught = 0;
  for (const wanted of expectations) {
    if (wanted.missed || !wanted.versions.includes(version)) continue;
    const at = `${wanted.line}:${wanted.column}`;
    const index = left.findIndex(
      ({ line, column, code }) => line === wanted.line && column === wanted.column && code === wanted.code,
    );
    const found = left[index];
    if (found === undefined) {
      problems.push(`${at} expected ${wanted.code}, got nothing there`);
      continue;
    }
    left.splice(index, 1);
    caught += 1;
    if (!found.message.includes(wanted.text)) {
      problems.push(`${at} ${wanted.code} expected to say "${wanted.text}", says "${found.message}"`);
    }
  }
  for (const { line, column, code, message } of left) problems.push(`${line}:${column} unexpected ${code}: ${message}`);
  const reported = new Set(
    expectations.filter((wanted) => !wanted.missed && wanted.versions.includes(version)).map(({ line }) => line),
  );
  const missed = new Set(expectations.map(({ line }) => line).filter((line) => !reported.has(line))).size;
  return { problems, caught, missed };
}
