import { type DocumentHighlight, DocumentHighlightKind, type Position } from "vscode-languageserver";
import { type AnalysedDocument, rangeOf } from "../documents.js";

/** The linear variable at a position, and the places that move it. */
export function highlightsAt({ document, analysis }: AnalysedDocument, position: Position): DocumentHighlight[] {
  const offset = document.offsetAt(position);
  const state = analysis.facts.stateAt(offset);
  const moves = analysis.facts
    .movesOf(offset)
    .map(({ span }) => ({ range: rangeOf(document, span), kind: DocumentHighlightKind.Write }));
  if (state === undefined) return moves;
  const here = rangeOf(document, state.span);
  const isMove = moves.some(
    ({ range }) => range.start.line === here.start.line && range.start.character === here.start.character,
  );
  return isMove ? moves : [{ range: here, kind: DocumentHighlightKind.Read }, ...moves];
}
