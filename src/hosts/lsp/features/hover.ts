import { type Hover, MarkupKind, type Position } from "vscode-languageserver";
import { stateText } from "../../../checker/query/messages.js";
import { type AnalysedDocument, rangeOf } from "../documents.js";

/** The state of the linear variable at a position; nothing where there is none. */
export function hoverAt({ document, analysis }: AnalysedDocument, position: Position): Hover | undefined {
  const state = analysis.facts.stateAt(document.offsetAt(position));
  if (state === undefined) return undefined;
  const value = stateText(state, (offset) => document.positionAt(offset).line + 1);
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(document, state.span) };
}
