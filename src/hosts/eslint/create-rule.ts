import type { Finding } from "../../project/findings/finding.js";
import type { Family } from "./families.js";
import type { SharedAnalysis } from "./file-analysis.js";
import { REPORT, SUGGESTION } from "./messages.js";
import { reportText } from "./report-text.js";
import type { RuleName } from "./rule-name.js";
import type { Rule, RuleContext, Suggestion } from "./rule-types.js";

/** What the rules of one plugin share. */
export interface RuleHost extends SharedAnalysis {
  /** Whether this rule should say of this file that types are missing: so that it is said once. */
  readonly saysMissing: (rule: RuleName, filename: string) => boolean;
}

/**
 * The rule of one family: it shows the family's part of the file's one analysis.
 *
 * @param name the rule's name
 * @param family its codes and description
 * @param host what it shares with the other rules
 */
export function createRule(name: RuleName, family: Family, host: RuleHost): Rule {
  const { codes, description, recommended } = family;
  return {
    meta: {
      type: "problem",
      docs: { description, ...(recommended === undefined ? {} : { recommended }), requiresTypeChecking: true, codes },
      hasSuggestions: family.fixes,
      schema: [],
      messages: { report: REPORT, suggestion: SUGGESTION, missing: REPORT },
    },
    create(context) {
      if (codes.includes("MC1002")) host.wantHiddenMoves(context);
      return {
        Program(): void {
          const analysis = host.analysis(context);
          if ("missing" in analysis) {
            if (host.saysMissing(name, context.filename)) reportMissing(context, analysis.missing);
            return;
          }
          for (const finding of analysis.findings)
            if (codes.includes(finding.code)) report(context, finding, family.fixes);
        },
      };
    },
  };
}

function reportMissing(context: RuleContext, text: string): void {
  const start = context.sourceCode.getLocFromIndex(0);
  context.report({ loc: { start, end: start }, messageId: "missing", data: { text } });
}

function report(context: RuleContext, finding: Finding, fixes: boolean): void {
  const [start, end] = [finding.span.start, finding.span.end].map((offset) =>
    context.sourceCode.getLocFromIndex(offset),
  );
  if (start === undefined || end === undefined) return;
  context.report({
    loc: { start, end },
    messageId: "report",
    data: { text: reportText(finding) },
    suggest: fixes ? suggestions(finding) : [],
  });
}

function suggestions({ fix }: Finding): Suggestion[] {
  if (fix === undefined) return [];
  return [
    {
      messageId: "suggestion",
      data: { title: fix.title },
      fix: (fixer) => fix.edits.map(({ span, newText }) => fixer.replaceTextRange([span.start, span.end], newText)),
    },
  ];
}
