import type { BlockId } from "../cfg/block.js";
import type { Instruction } from "../cfg/instruction.js";
import type { MovePath } from "../cfg/move-path.js";
import type { OwnershipResult, OwnershipState } from "../analyses/ownership.js";
import type { Diagnostic, Related } from "../diagnostics/diagnostic.js";
import { moved } from "../diagnostics/messages.js";
import { nameSpan, spanOf } from "../diagnostics/span-of.js";
import { hasBit, intersects } from "../solve/bits.js";
import type { GraphIndex } from "../solve/graph-index.js";
import { findMoves, isWithin, type MoveSite } from "./find-moves.js";

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
export function checkUseAfterMove(index: GraphIndex, { analysis, entries }: OwnershipResult): Diagnostic[] {
  const reported = new Map<string, Reported>();
  for (const block of byRank(index, entries.keys())) {
    const entry = entries.get(block);
    if (entry === undefined) continue;
    analysis.walk(block, entry, {
      before: (instruction, state, at) => {
        const path = usedWhileMoved(instruction, state, analysis.masks.subtree.bind(analysis.masks));
        if (path !== undefined) report(index, reported, path, instruction, block, at);
      },
    });
  }
  return [...reported.values()].map(({ diagnostic }) => diagnostic);
}

/** Blocks in reverse postorder. */
export function byRank(index: GraphIndex, blocks: Iterable<BlockId>): BlockId[] {
  return [...blocks].filter((id) => (index.rank[id] ?? -1) >= 0).sort((a, b) => (index.rank[a] ?? 0) - (index.rank[b] ?? 0));
}

/** The place that an instruction uses although it, a part of it or what it is part of may be moved. */
function usedWhileMoved(instruction: Instruction, state: OwnershipState, subtree: (path: MovePath) => Uint32Array): MovePath | undefined {
  switch (instruction.kind) {
    case "use":
    case "move": {
      const path = instruction.place;
      return intersects(state.moved, subtree(path)) || ancestorMoved(path, state) ? path : undefined;
    }
    case "assign":
      return ancestorMoved(instruction.place, state) ? instruction.place : undefined;
    default:
      return undefined;
  }
}

function ancestorMoved(path: MovePath, state: OwnershipState): boolean {
  for (let at = path.parent; at !== undefined; at = at.parent) if (hasBit(state.moved, at.index)) return true;
  return false;
}

function report(index: GraphIndex, reported: Map<string, Reported>, path: MovePath, instruction: Instruction, block: BlockId, at: number): void {
  const sites = findMoves(index, path, block, at);
  if (sites.length === 0) return;
  const key = sites
    .map((site) => site.key)
    .sort()
    .join(" ");
  const before = reported.get(key);
  if (before !== undefined && isWithin(before.path, path)) return;
  reported.set(key, { path, diagnostic: describe(path, instruction, sites) });
}

function describe(path: MovePath, instruction: Instruction, sites: readonly MoveSite[]): Diagnostic {
  const how = howUsed(instruction);
  const partially = sites.some(({ move }) => move.place !== path && isWithin(move.place, path));
  const same = sites.find(({ move }) => move === instruction);
  const related: Related[] = sites.flatMap(({ move, throughLoop }) =>
    move === instruction ? explain(move) : [{ span: spanOf(move.node), message: whereMoved(move.reason.kind === "capture", throughLoop) }, ...explain(move)],
  );
  if (instruction.kind === "use" && instruction.how.kind === "capture") {
    related.push({ span: spanOf(instruction.how.use), message: moved.borrowInClosure });
  }
  const { local } = path;
  if (local.kind !== "temporary") related.push({ span: nameSpan(local.node), message: moved.declared(path.text, path.facts.name) });
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
function explain({ reason, node, place }: MoveSite["move"]): Related[] {
  switch (reason.kind) {
    case "capture":
      return [{ span: spanOf(reason.use), message: moved.useInClosure }];
    case "receiver":
      return [{ span: spanOf(node), message: moved.byMethod(place.text, reason.callee) }];
    case "call":
      return place.facts.callOnce ? [{ span: spanOf(node), message: moved.byClosureCall(place.text) }] : [];
    case "iterate":
      return [{ span: spanOf(node), message: moved.iterated(place.text) }];
    default:
      return [];
  }
}
