import type { BlockId } from "../ir/block-id.js";
import type { Instruction } from "../ir/instruction.js";
import { type MovePath, isWithin } from "../ir/move-path.js";
import type { OwnershipResult, OwnershipState } from "../dataflow/ownership.js";
import type { Diagnostic, Related } from "../diagnostics/diagnostic.js";
import { moved } from "../diagnostics/messages.js";
import { nameSpan, spanOf } from "../syntax/span.js";
import { hasBit } from "../graph/bits.js";
import type { GraphIndex } from "../dataflow/graph-index.js";
import type { SparseGraph } from "../dataflow/sparse-graph.js";
import { reachingMoves, type ReachingMove } from "./reaching-moves.js";

interface Reported {
  readonly path: MovePath;
  readonly diagnostic: Diagnostic;
}

/**
 * MC0382: uses of a place whose value may have been moved away.
 *
 * As rustc, once per set of moves that reach a use; of several uses after the same moves the first in
 * reverse postorder is told, unless a later one is of another place that is not part of what the first used.
 *
 * Source: `rustc_borrowck::diagnostics::conflict_errors::report_use_of_moved_or_uninitialized`.
 */
export function checkUseAfterMove(index: GraphIndex, result: OwnershipResult): Diagnostic[] {
  const { analysis, graph } = result;
  const reported = new Map<string, Reported>();
  const assignments: (() => void)[] = [];
  for (const block of inReversePostorder(index, index.occurrences(analysis.local).keys())) {
    const entry = result.entry(block);
    if (entry === undefined) continue;
    analysis.walk(block, entry, {
      before: (instruction, state, at) => {
        const use = usedWhileMoved(instruction, state);
        if (use === undefined) return;
        const tell = (): void => {
          report(graph, reported, use, instruction, block, at);
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

/** Blocks in reverse postorder. */
export function inReversePostorder(index: GraphIndex, blocks: Iterable<BlockId>): BlockId[] {
  return [...blocks]
    .filter((id) => (index.rpoIndex[id] ?? -1) >= 0)
    .sort((a, b) => (index.rpoIndex[a] ?? 0) - (index.rpoIndex[b] ?? 0));
}

/** A use of a place that may be moved. */
interface UseOfMoved {
  /** What is used; of an assignment to a field, what it is a field of. */
  readonly used: MovePath;
  /** What was moved: the used place, what it is part of, or a part of it. */
  readonly moved: MovePath;
}

function usedWhileMoved(instruction: Instruction, state: OwnershipState): UseOfMoved | undefined {
  switch (instruction.kind) {
    case "use":
    case "move": {
      const used = instruction.place;
      const whole = indivisible(used);
      const moved = hasBit(state.maybeMoved, whole.index) ? whole : movedPart(whole, state);
      return moved && { used, moved };
    }
    case "assign": {
      const used = instruction.place.parent;
      const moved = used && outermostMoved(used, state);
      return moved && { used, moved };
    }
    default:
      return undefined;
  }
}

/** A value with drop glue is moved as a whole: what is true of it is true of its fields. */
function indivisible(path: MovePath): MovePath {
  let whole = path;
  for (let around = path.parent; around !== undefined; around = around.parent)
    if (around.facts.dropGlue) whole = around;
  return whole;
}

/** The place itself or the largest that it is part of, if moved: nothing can be assigned to a field of what is gone. */
function outermostMoved(path: MovePath, state: OwnershipState): MovePath | undefined {
  const around = path.parent && outermostMoved(path.parent, state);
  return around ?? (hasBit(state.maybeMoved, path.index) ? path : undefined);
}

/** One part that is moved: rustc looks at the youngest of several first, and at siblings before their parts. */
function movedPart(path: MovePath, state: OwnershipState): MovePath | undefined {
  const youngest = path.children.toReversed();
  const own = youngest.find((child) => hasBit(state.maybeMoved, child.index));
  if (own !== undefined) return own;
  for (const child of youngest) {
    const part = movedPart(child, state);
    if (part !== undefined) return part;
  }
  return undefined;
}

function report(
  graph: SparseGraph,
  reported: Map<string, Reported>,
  { used, moved }: UseOfMoved,
  instruction: Instruction,
  block: BlockId,
  at: number,
): void {
  const sites = reachingMoves(graph, moved, block, at);
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
