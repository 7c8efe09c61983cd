import type { TSESTree } from "@typescript-eslint/types";
import { checkFile } from "../checker/check-file.js";
import type { CheckResult } from "../checker/check-result.js";
import { NO_FACTS } from "../checker/query/file-facts.js";
import type { Analyser, FileAnalysis, HostFile } from "./analyser.js";
import { IncrementalCheck } from "./incremental/incremental-check.js";
import { linearReach } from "./program/linear-reach.js";
import { TypescriptOracle } from "./oracle/typescript-oracle.js";
import { parseFile } from "./program/parse-file.js";
import { SourceText } from "./program/source-text.js";
import { mentionsSuppression } from "./findings/suppress/apply-suppressions.js";
import { toFindings } from "./findings/to-findings.js";

/**
 * Analyses one file of a host's program, once: for linters.
 *
 * @returns no findings for a text whose syntax is broken
 */
export const analyseFile: Analyser = (file) => {
  const { ts, program, sourceFile, options = {} } = file;
  const { reached, mentioned } = concerns(file);
  if (!reached && !mentioned) return NOTHING_FOUND;
  const parsed = file.parsed ?? parseFile(program, sourceFile, mentioned);
  if ("message" in parsed) return NOTHING_FOUND;
  const result = reached ? checkFile(parsed.ast, new TypescriptOracle(ts, program, parsed.node), options) : undefined;
  return analysis(file, result, mentioned ? parsed.ast.comments : []);
};

/**
 * Makes an analyser for a host whose files change: only what has changed in a file is analysed again.
 *
 * @returns a function that finds nothing in a text whose syntax is broken
 */
export function createAnalyser(): Analyser {
  const incremental = new IncrementalCheck(checkFile);
  return (file) => {
    const { reached, mentioned } = concerns(file);
    if (!reached && !mentioned) return NOTHING_FOUND;
    const parsed = mentioned ? parseFile(file.program, file.sourceFile, true) : undefined;
    if (parsed !== undefined && "message" in parsed) return NOTHING_FOUND;
    const run = reached ? incremental.run(file) : undefined;
    return analysis(file, run?.result, parsed?.ast.comments, run?.facts);
  };
}

const NOTHING_FOUND: FileAnalysis = { findings: [], facts: NO_FACTS };

function concerns({ program, sourceFile }: HostFile): { readonly reached: boolean; readonly mentioned: boolean } {
  return { reached: linearReach(program).has(sourceFile), mentioned: mentionsSuppression(sourceFile.text) };
}

function analysis(
  { program, sourceFile, options = {} }: HostFile,
  result: CheckResult | undefined,
  comments: readonly TSESTree.Comment[] = [],
  facts = NO_FACTS,
): FileAnalysis {
  const source = new SourceText(sourceFile.fileName, sourceFile.text);
  return { findings: toFindings(program, source, result, comments, options).findings, facts };
}
