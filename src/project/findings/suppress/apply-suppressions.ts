import type { TSESTree } from "@typescript-eslint/types";
import type { CheckOptions } from "../../../checker/check-options.js";
import { bySpan, type Span } from "../../../checker/syntax/span.js";
import type { Finding } from "../finding.js";
import { projectMessages } from "../../messages.js";
import type { Suppressed } from "../report.js";
import type { SourceText } from "../../source/source-text.js";
import { readSuppression } from "./suppression.js";
import type { Suppression } from "./suppression.js";

/** Findings sorted by whether a comment accepts them. */
export interface SuppressionOutcome {
  /** What is left, with complaints about suppressions among them, by position. */
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** Whether it is worth looking for suppressions in a text. */
export function mentionsSuppression(text: string): boolean {
  return text.includes("movecheck-ignore");
}

/**
 * Takes out the findings that comments accept, and reports the comments that accept nothing.
 *
 * A suppression needs a code and a reason. Each code in its list must be needed; MC1002 counts as needed when it is not
 * asked for.
 *
 * @param source the file
 * @param comments all its comments
 * @param findings what was found in it
 */
export function applySuppressions(
  source: SourceText,
  comments: readonly TSESTree.Comment[],
  findings: readonly Finding[],
  options: CheckOptions,
): SuppressionOutcome {
  const suppressions = comments.flatMap((comment) => readSuppression(source, comment) ?? []);
  const complaints = suppressions.flatMap((suppression) => malformed(source, suppression));
  const used = new Set<Span>();
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const { line } = source.positionAt(finding.span.start);
    let reason: string | undefined;
    for (const suppression of suppressions) {
      if (suppression.line !== line || suppression.reason === undefined) continue;
      const listed = suppression.codes.find(({ code }) => code === finding.code);
      if (listed === undefined) continue;
      used.add(listed.span);
      reason ??= suppression.reason;
    }
    if (reason === undefined) kept.push(finding);
    else suppressed.push({ finding, reason });
  }
  for (const { codes, reason } of suppressions) {
    if (reason === undefined) continue;
    for (const { code, span } of codes) {
      if (used.has(span) || (code === "MC1002" && options.tscVisible !== true)) continue;
      complaints.push(unused(source, code, span));
    }
  }
  return { kept: [...kept, ...complaints].sort(bySpan), suppressed };
}

function unused(source: SourceText, code: string, span: Span): Finding {
  return {
    source,
    code: "unused-suppression",
    severity: "warning",
    message: projectMessages.unusedSuppression(code),
    span,
    label: projectMessages.unusedSuppressionLabel,
    related: [],
    help: projectMessages.unusedSuppressionHelp,
  };
}

function malformed(source: SourceText, suppression: Suppression): Finding[] {
  const { span, codes, unknown, reason } = suppression;
  const complaint = (message: string, help: string, at: Span = span): Finding => ({
    source,
    code: "bad-suppression",
    severity: "warning",
    message,
    span: at,
    related: [],
    help,
  });
  const wrong = unknown.map((each) =>
    complaint(projectMessages.unknownCode(each.word), projectMessages.unknownCodeHelp, each.span),
  );
  if (codes.length === 0 && unknown.length === 0)
    return [complaint(projectMessages.noCode, projectMessages.noCodeHelp)];
  return reason === undefined ? [...wrong, complaint(projectMessages.noReason, projectMessages.noReasonHelp)] : wrong;
}
