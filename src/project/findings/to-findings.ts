import type { TSESTree } from "@typescript-eslint/types";
import type TypeScript from "typescript";
import type { CheckOptions } from "../../checker/check-options.js";
import type { CheckResult } from "../../checker/check-result.js";
import { type Finding, findingOf } from "./finding.js";
import type { Suppressed } from "./report.js";
import { SourceText } from "../source/source-text.js";
import { applySuppressions } from "./suppress/apply-suppressions.js";

/** A result as hosts show it. */
export interface Findings {
  /** Diagnostics that are not suppressed, and complaints about suppressions, by position. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/**
 * Ties a result to the files it points into, and minds the suppression comments.
 *
 * @param program finds other files that related places name
 * @param source the file
 * @param result what the core said of it, if it was asked
 * @param comments of the file; none when its text mentions no suppression
 */
export function toFindings(
  program: TypeScript.Program,
  source: SourceText,
  result: CheckResult | undefined,
  comments: readonly TSESTree.Comment[],
  options: CheckOptions,
): Findings {
  const open = (name: string): SourceText | undefined => {
    const other = program.getSourceFile(name);
    return other === undefined ? undefined : new SourceText(other.fileName, other.text);
  };
  const findings = (result?.diagnostics ?? []).map((diagnostic) => findingOf(diagnostic, source, open));
  if (comments.length === 0) return { findings, suppressed: [] };
  const { kept, suppressed } = applySuppressions(source, comments, findings, options);
  return { findings: kept, suppressed };
}
