import type { InlayHint, Range } from "vscode-languageserver";
import { MOVED_HINT, moveText } from "../../../checker/query/messages.js";
import type { AnalysedDocument } from "../documents.js";

/** A hint behind each expression of a range that is moved. */
export function inlayHintsIn({ document, analysis }: AnalysedDocument, range: Range): InlayHint[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return analysis.facts.moves
    .filter(({ span }) => start <= span.end && span.end <= end)
    .map((move) => ({
      position: document.positionAt(move.span.end),
      label: MOVED_HINT,
      paddingLeft: true,
      tooltip: moveText(move),
    }));
}
