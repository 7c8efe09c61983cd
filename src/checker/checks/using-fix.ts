import type { Move } from "../ir/instruction.js";
import type { Local } from "../ir/local.js";
import type { Fix } from "../diagnostics/diagnostic.js";
import { leaked } from "../diagnostics/messages.js";
import type { GraphIndex } from "../dataflow/graph-index.js";

/**
 * `const` becomes `using`, where that is all it takes: the type can be disposed of, and whatever takes the value away
 * leaves nothing to dispose of. A value that is returned, stored or handed on would be disposed of under its new owner.
 *
 * @param index the function of the local
 */
export function usingFix(index: GraphIndex, local: Local): Fix | undefined {
  const { constKeyword, facts, name } = local;
  if (constKeyword === undefined || local.fnOnce || facts.disposable !== true) return undefined;
  const instructions = [...index.occurrences(local)].flatMap(([block, each]) =>
    each.map((at) => index.instruction(block, at)),
  );
  // A reference that is returned, or may be by way of a variable, would be one to what has been disposed of.
  if (local.returned || instructions.some((each) => each?.kind === "use" && each.loanHolder?.kind === "variable"))
    return undefined;
  const moves = instructions.filter((each): each is Move => each?.kind === "move");
  if (
    !moves.every(
      ({ place, reason }) =>
        place === local.root &&
        (reason.kind === "receiver" || (reason.kind === "argument" && reason.consumes === true)),
    )
  )
    return undefined;
  return { title: leaked.fix(name), edits: [{ span: constKeyword, newText: "using" }] };
}
