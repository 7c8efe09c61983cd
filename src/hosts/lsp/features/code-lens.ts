import type { CodeLens } from "vscode-languageserver";
import { parametersText } from "../../../checker/query/messages.js";
import { type AnalysedDocument, rangeOf } from "../documents.js";

/** Above each function with linear or lent parameters: what it does with them. */
export function codeLensesOf({ document, analysis }: AnalysedDocument): CodeLens[] {
  return analysis.facts.functions.map((use) => ({
    range: rangeOf(document, { start: use.span.start, end: use.span.start }),
    // A lens without a command name is text: there is nothing to run.
    command: { title: parametersText(use), command: "" },
  }));
}
