import type * as ts from "typescript";
import { stateText } from "../../checker/query/messages.js";
import type { ServiceResult } from "../../project/service-results.js";

/**
 * Adds the state of a linear variable to what the language service says of it.
 *
 * @param own the language service's answer; without one nothing is shown
 * @param result the file's result, if it has one
 * @param position the offset pointed at
 */
export function withState(
  own: ts.QuickInfo | undefined,
  result: ServiceResult | undefined,
  position: number,
): ts.QuickInfo | undefined {
  const state = result?.analysis.facts.stateAt(position);
  if (own === undefined || result === undefined || state === undefined) return own;
  const text = stateText(state, (offset) => result.sourceFile.getLineAndCharacterOfPosition(offset).line + 1);
  const documentation = own.documentation ?? [];
  const gap = documentation.length === 0 ? "" : "\n\n";
  return { ...own, documentation: [...documentation, { kind: "text", text: `${gap}${text}` }] };
}
