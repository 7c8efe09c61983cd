import { explanations } from "../../../checker/diagnostics/explain/explanations.js";

/** What a format says about a code itself. */
export interface RuleText {
  readonly title: string;
  readonly text: string;
}

/** The texts of a checker code; nothing for TypeScript's own codes. */
export function findRule(code: string): RuleText | undefined {
  const found = explanations.find((explanation) => explanation.code === code);
  return found === undefined ? undefined : { title: found.title, text: found.text };
}
