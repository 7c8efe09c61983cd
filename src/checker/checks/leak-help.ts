import type { Local } from "../ir/local.js";
import { leaked } from "../diagnostics/messages.js";
import type { GraphIndex } from "../dataflow/graph-index.js";

/** What to do about a leaking variable: a parameter can't be declared with `using`, but what is only looked at can be lent. */
export function leakHelp(index: GraphIndex, local: Local): string {
  if (local.kind === "temporary") return leaked.helpTemporary;
  if (local.kind !== "parameter") return leaked.help(local.name);
  const moves = [...index.occurrences(local)].some(([block, indices]) =>
    indices.some((at) => index.instruction(block, at)?.kind === "move"),
  );
  return moves || local.facts.fnOnce ? leaked.helpParameter(local.name) : leaked.helpLookedAt;
}
