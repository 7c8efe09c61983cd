import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver";
import { type AnalysedDocument, rangeOf } from "../documents.js";
import { toLsp } from "./diagnostics.js";

/**
 * The fixes of the findings that touch a range.
 *
 * @param analysed the document
 * @param range the selection or the cursor
 */
export function codeActionsAt(analysed: AnalysedDocument, range: Range): CodeAction[] {
  const { document, analysis } = analysed;
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return analysis.findings.flatMap((finding) => {
    const { span, fix } = finding;
    if (fix === undefined || span.end < start || end < span.start) return [];
    const edits = fix.edits.map((edit) => ({ range: rangeOf(document, edit.span), newText: edit.newText }));
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        isPreferred: true,
        diagnostics: [toLsp(analysed, finding)],
        edit: { changes: { [document.uri]: edits } },
      },
    ];
  });
}
