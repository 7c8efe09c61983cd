import type { CodeFixAction } from "typescript";
import type { Span } from "../../checker/syntax/span.js";
import type { FileAnalysis } from "../../project/analyser.js";
import { numberOf } from "./diagnostic-numbers.js";
import { SOURCE } from "./messages.js";

/**
 * The fixes of the findings that overlap a range.
 *
 * @param analysis the file's, if it has one
 * @param fileName the file that the edits are for
 * @param range what the editor asked about
 * @param errorCodes the numbers it asked about
 */
export function codeFixes(
  analysis: FileAnalysis | undefined,
  fileName: string,
  range: Span,
  errorCodes: readonly number[],
): CodeFixAction[] {
  if (analysis === undefined) return [];
  return analysis.findings.flatMap(({ code, span, fix }) => {
    const asked = errorCodes.includes(numberOf(code)) && span.start <= range.end && range.start <= span.end;
    if (!asked || fix === undefined) return [];
    const textChanges = fix.edits.map(({ span: at, newText }) => ({
      span: { start: at.start, length: at.end - at.start },
      newText,
    }));
    return [{ fixName: SOURCE, description: fix.title, changes: [{ fileName, textChanges }] }];
  });
}
