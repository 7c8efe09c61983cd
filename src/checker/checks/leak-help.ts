import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import { leaked } from "../diagnostics/messages.js";
import type { Local } from "../ir/local.js";

/** What to do about a leaking local: a parameter can't be declared with `using`, but what is only looked at can be lent. */
export function leakHelp({ occurrences }: FunctionAnalysis, local: Local): string {
  if (local.kind === "temporary") return leaked.helpTemporary;
  if (local.kind !== "parameter") return leaked.help(local.name);
  const isMoved = occurrences.instructions(local).some(({ kind }) => kind === "move");
  return isMoved || local.facts.fnOnce ? leaked.helpParameter(local.name) : leaked.helpLookedAt;
}
