import type { TSESTree } from "@typescript-eslint/types";
import { checkFile } from "../checker/check-file.js";
import type { CheckResult } from "../checker/check-result.js";
import { NO_FACTS } from "../checker/query/file-facts.js";
import type { FileAnalysis, ParsedFileAnalyser } from "./analyser.js";
import type { HostFile } from "./source/host-file.js";
import { linearReach } from "./source/linear-reach.js";
import { TypescriptOracle } from "./oracle/typescript-oracle.js";
import { SourceText } from "./source/source-text.js";
import { mentionsSuppression } from "./findings/suppress/apply-suppressions.js";
import { toFindings } from "./findings/to-findings.js";

/**
 * Analyses one file of a host's program, once: for linters, which have parsed it.
 *
 * This needs no compiler of its own and no converter, so that a linter's plugin can do without both.
 */
export const analyseFile: ParsedFileAnalyser = (file) => {
  const { ts, program, parsed, options = {} } = file;
  const { reached, mentioned } = concerns(file);
  if (!reached && !mentioned) return NOTHING_FOUND;
  const result = reached ? checkFile(parsed.ast, new TypescriptOracle(ts, program, parsed.node), options) : undefined;
  return analysis(file, result, mentioned ? parsed.ast.comments : []);
};

/** What is known of a file in which there is nothing to look for. */
export const NOTHING_FOUND: FileAnalysis = { findings: [], facts: NO_FACTS };

/** Whether linear types reach a file, and whether it has suppressions to judge. */
export function concerns({ program, sourceFile }: HostFile): {
  readonly reached: boolean;
  readonly mentioned: boolean;
} {
  return { reached: linearReach(program).has(sourceFile), mentioned: mentionsSuppression(sourceFile.text) };
}

/** Puts together what a host gets of one file. */
export function analysis(
  { program, sourceFile, options = {} }: HostFile,
  result: CheckResult | undefined,
  comments: readonly TSESTree.Comment[] = [],
  facts = NO_FACTS,
): FileAnalysis {
  const source = new SourceText(sourceFile.fileName, sourceFile.text);
  return { findings: toFindings(program, source, result, comments, options).findings, facts };
}
