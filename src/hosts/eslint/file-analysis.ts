import type { TSESTree } from "@typescript-eslint/types";
import type { Finding } from "../../project/findings/finding.js";
import type { ParsedFileAnalyser } from "../../project/analyser.js";
import type { RuleContext } from "./rule-types.js";
import { typeServices } from "./type-services.js";

/** The result of a file, or what is missing to have one. */
type FileAnalysis = { readonly findings: readonly Finding[] } | { readonly missing: string };

/** What the rules of one plugin ask. */
export interface SharedAnalysis {
  /** Asked while rules are created, before any of them runs: MC1002 is looked for in this file. */
  readonly wantHiddenMoves: (context: RuleContext) => void;
  readonly analysis: (context: RuleContext) => FileAnalysis;
}

/**
 * Analyses each file once, however many rules ask.
 *
 * @param analyse the checker
 */
export function sharedAnalysis(analyse: ParsedFileAnalyser): SharedAnalysis {
  const known = new WeakMap<TSESTree.Program, FileAnalysis>();
  const hidden = new WeakSet<TSESTree.Program>();
  return {
    wantHiddenMoves: ({ sourceCode }) => hidden.add(sourceCode.ast),
    analysis({ sourceCode }) {
      const { ast } = sourceCode;
      const before = known.get(ast);
      if (before !== undefined) return before;
      const services = typeServices(sourceCode);
      const analysis =
        "missing" in services ? services : analyse({ ...services.file, options: { tscVisible: hidden.has(ast) } });
      known.set(ast, analysis);
      return analysis;
    },
  };
}
