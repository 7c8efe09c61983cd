import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import type { Fix } from "../diagnostics/diagnostic.js";
import { leaked } from "../diagnostics/messages.js";
import type { Move } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";

/**
 * `const` becomes `using`, where that is all it takes: the type can be disposed of, and whatever takes the value away
 * leaves nothing to dispose of. A value that is returned, stored or handed on would be disposed of under its new owner.
 *
 * @param analysis the function of the local
 */
export function usingFix({ occurrences }: FunctionAnalysis, local: Local): Fix | undefined {
  const { constKeyword, facts, name } = local;
  if (constKeyword === undefined || local.fnOnce || facts.disposable !== true) return undefined;
  const instructions = occurrences.instructions(local);
  // A reference that is returned, or may be by way of a variable, would be one to what has been disposed of.
  if (local.returned || instructions.some((each) => each.kind === "use" && each.loanHolder?.kind === "variable"))
    return undefined;
  const moves = instructions.filter((each): each is Move => each.kind === "move");
  const endsIt = ({ place, reason }: Move): boolean =>
    place === local.root && (reason.kind === "receiver" || (reason.kind === "argument" && reason.consumes === true));
  return moves.every(endsIt)
    ? { title: leaked.fix(name), edits: [{ span: constKeyword, newText: "using" }] }
    : undefined;
}
