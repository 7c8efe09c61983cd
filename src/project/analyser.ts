import type { FileFacts } from "../checker/query/file-facts.js";
import type { Finding } from "./findings/finding.js";
import type { HostFile, ParsedHostFile } from "./source/host-file.js";

/** What is known of one file: its findings, and what an editor may ask about a position in it. */
export interface FileAnalysis {
  /** Diagnostics that are not suppressed, and complaints about suppressions, by position. */
  readonly findings: readonly Finding[];
  /** Answers about states and moves; nothing is computed before the first question. */
  readonly facts: FileFacts;
}

/** What every editor host asks: one file's analysis. */
export type Analyser = (file: HostFile) => FileAnalysis;

/** What a linter asks: the analysis of a file that it has parsed. */
export type ParsedFileAnalyser = (file: ParsedHostFile) => FileAnalysis;
