import type { Finding } from "./finding.js";
import type { SourceText } from "../source/source-text.js";
import type { Span } from "../../checker/syntax/span.js";

/** A finding that a comment in the source accepts. */
export interface Suppressed {
  readonly finding: Finding;
  /** The words after `--` in the comment. */
  readonly reason: string;
}

/** A construct the checker could not model, with the file it is in. */
export interface UnsupportedPlace {
  readonly source: SourceText;
  readonly span: Span;
  readonly what: string;
}

/** A file that the checker itself failed on: a bug to report. */
export interface InternalError {
  readonly file: string;
  readonly error: unknown;
}

/** A finding of a baseline that is there no more. */
export interface GoneFinding {
  /** Absolute path. */
  readonly file: string;
  readonly code: string;
  /** The line that it pointed at. */
  readonly text: string;
  /** How often. */
  readonly count: number;
}

/** What a baseline knows of a run. */
export interface BaselineOutcome {
  /** Absolute path of the baseline. */
  readonly file: string;
  readonly known: readonly Finding[];
  readonly gone: readonly GoneFinding[];
}

/** What one run found, in order of file and position: the input of every output format. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Findings that a baseline knows are not among the others. */
  readonly baseline?: BaselineOutcome;
  readonly unsupported: readonly UnsupportedPlace[];
  readonly internalErrors: readonly InternalError[];
  /** Source files of the project, however they were treated. */
  readonly files: number;
  /** Of these, the files that no linear type reaches, which were not analysed. */
  readonly skipped: number;
  /** Functions analysed, module bodies included. */
  readonly functions: number;
}
