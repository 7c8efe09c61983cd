import { reachingMoves, type Point, type ReachingMove } from "../analysis/reaching-moves.js";
import { useOfMoved, type UseOfMoved } from "../analysis/use-of-moved.js";
import type { LocalOwnership } from "../dataflow/ownership/local-ownership.js";
import type { SparseGraph } from "../dataflow/sparse/sparse-graph.js";
import type { Diagnostic, Related } from "../diagnostics/diagnostic.js";
import { moved } from "../diagnostics/messages.js";
import type { Instruction } from "../ir/instruction.js";
import { isWithin, type MovePath } from "../ir/move-path.js";
import { nameSpan, spanOf } from "../syntax/span.js";

interface Reported {
  readonly path: MovePath;
  readonly diagnostic: Diagnostic;
}

/**
 * MC0382: reports every use of a place when the place, one of its fields, or a parent may have been moved.
 *
 * As rustc, once per set of moves that reach a use. Of several uses after the same moves the first in reverse postorder is
 * reported, unless a later one is of another place that is not part of what the first used.
 *
 * ```text
 *   eat(t);
 *   look(t);      MC0382: borrow of moved value
 *   t.n;          the same moves: not reported again
 * ```
 *
 * Source: `rustc_borrowck::diagnostics::conflict_errors::report_use_of_moved_or_uninitialized`.
 */
export function checkUseAfterMove(ownership: LocalOwnership): Diagnostic[] {
  const reported = new Map<string, Reported>();
  const assignments: (() => void)[] = [];
  for (const block of ownership.flow.occurrences.of(ownership.local).keys()) {
    ownership.walk(block, {
      before: (instruction, state, at) => {
        const use = useOfMoved(instruction, state);
        if (use === undefined) return;
        const tell = (): void => {
          report(ownership.graph, reported, use, instruction, { block, at });
        };
        tell();
        if (instruction.kind === "assign") assignments.push(tell);
      },
    });
  }
  // rustc drops the old value of an assigned field first, and assigns on that drop's unwinding edge too:
  // it meets the assignment once more after everything else, the last one first.
  for (const again of assignments.toReversed()) again();
  return [...reported.values()].map(({ diagnostic }) => diagnostic);
}

function report(
  graph: SparseGraph,
  reported: Map<string, Reported>,
  { used, moved }: UseOfMoved,
  instruction: Instruction,
  point: Point,
): void {
  const sites = reachingMoves(graph, moved, point);
  if (sites.length === 0) return;
  const key = sites
    .map((site) => site.key)
    .sort()
    .join(" ");
  const before = reported.get(key);
  if (before !== undefined && isWithin(before.path, used)) return;
  reported.set(key, { path: used, diagnostic: describe(used, instruction, sites) });
}

function describe(path: MovePath, instruction: Instruction, sites: readonly ReachingMove[]): Diagnostic {
  const how = howUsed(instruction);
  const partially = sites.some(({ move }) => move.place !== path && isWithin(move.place, path));
  const same = sites.find(({ move }) => move === instruction);
  const related: Related[] = sites.flatMap(({ move, throughLoop }) =>
    move === instruction
      ? explain(move)
      : [
          { span: spanOf(move.node), message: whereMoved(move.reason.kind === "capture", throughLoop) },
          ...explain(move),
        ],
  );
  if (instruction.kind === "use" && instruction.how.kind === "capture") {
    related.push({ span: spanOf(instruction.how.use), message: moved.borrowInClosure });
  }
  const { local } = path;
  // What was moved says why, not the part or the whole that is used: `x` for `x.id`, `pair.a` for `pair`.
  const why = sites[0]?.move.place ?? path;
  if (local.kind !== "temporary")
    related.push({ span: nameSpan(local.node), message: moved.declared(why.text, why.facts.name) });
  return {
    code: "MC0382",
    severity: "error",
    message: moved.title(how, path.text, partially),
    span: spanOf(instruction.node),
    label: same === undefined ? moved.label(how, partially) : moved.labelSame,
    related,
    help: same === undefined ? moved.helpBorrow : moved.helpLoop,
  };
}

function whereMoved(capture: boolean, loop: boolean): string {
  if (capture) return loop ? moved.intoClosureInLoop : moved.intoClosure;
  return loop ? moved.hereInLoop : moved.here;
}

function howUsed(instruction: Instruction): "use" | "borrow" | "assign" {
  if (instruction.kind === "assign") return "assign";
  return instruction.kind === "use" && instruction.how.kind !== "use" ? "borrow" : "use";
}

/** What a move was for, where that is not plain from its place. */
function explain({ reason, node, place }: ReachingMove["move"]): Related[] {
  switch (reason.kind) {
    case "capture":
      return [{ span: spanOf(reason.use), message: moved.useInClosure }];
    case "receiver":
      return [{ span: spanOf(node), message: moved.byMethod(place.text, reason.callee) }];
    case "call":
      return place.facts.fnOnce ? [{ span: spanOf(node), message: moved.byClosureCall(place.text) }] : [];
    case "iterate":
      return [{ span: spanOf(node), message: moved.iterated(place.text) }];
    default:
      return [];
  }
}
