import type { BlockId } from "../cfg/block.js";
import type { Move } from "../cfg/instruction.js";
import type { MovePath } from "../cfg/move-path.js";
import { firstBetween, type GraphIndex, type Incoming, type UnwindRun } from "../solve/graph-index.js";

/** A move that a use may come after. */
export interface MoveSite {
  readonly move: Move;
  /** Equal for equal sites: "block:instruction". */
  readonly key: string;
  /** On the way from the move to the use a loop starts over. */
  readonly throughLoop: boolean;
}

/**
 * The nearest moves of a place on all ways back from a use: a way ends at the first move or (re-)initialisation of the
 * place or of something it is part of.
 *
 * Source: `rustc_borrowck::diagnostics::conflict_errors::get_moved_indexes`.
 */
export function findMoves(index: GraphIndex, path: MovePath, block: BlockId, before: number): MoveSite[] {
  const events = index.events(path.local);
  const sites = new Map<string, MoveSite>();
  /** Blocks whose incoming edges are to be followed. */
  const stack: BlockId[] = [];
  const entered = new Set<BlockId>();
  const left = new Set<UnwindRun | BlockId>();
  const backEdges: Incoming[] = [];

  if (!endsWithin(block, before, false)) stack.push(block);
  follow(false);
  // Ways through a back edge count only where no move of this iteration is found, as in rustc.
  if (sites.size === 0) {
    for (let edge = backEdges.pop(); edge !== undefined; edge = backEdges.pop()) {
      leave(edge, true);
      follow(true);
    }
  }
  return [...sites.values()];

  function follow(loop: boolean): void {
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const edge of index.incoming[at] ?? []) {
        if (index.rank[edge.from] === -1) continue;
        if (edge.back) backEdges.push(edge);
        else leave(edge, loop);
      }
    }
  }

  /** Looks at a block from where an edge leaves it. */
  function leave({ from, run }: Incoming, loop: boolean): void {
    const key = run ?? from;
    if (left.has(key)) return;
    left.add(key);
    let open = false;
    for (const limit of run === undefined ? [Infinity] : exitsOf(run, from)) open = !endsWithin(from, limit, loop) || open;
    if (!open || entered.has(from)) return;
    entered.add(from);
    stack.push(from);
  }

  /** Between which events of the block its calls may throw: the numbers of the events after. */
  function exitsOf(run: UnwindRun, id: BlockId): number[] {
    let after = -1;
    return [...(events.get(id) ?? []), Infinity].filter((at) => {
      const throws = firstBetween(run.at, after, at) !== undefined;
      after = at;
      return throws;
    });
  }

  function endsWithin(id: BlockId, limit: number, loop: boolean): boolean {
    for (const at of (events.get(id) ?? []).toReversed()) {
      if (at >= limit) continue;
      const instruction = index.instruction(id, at);
      switch (instruction?.kind) {
        case "move":
          if (!isWithin(path, instruction.place)) break;
          sites.set(`${id}:${at}`, { move: instruction, key: `${id}:${at}`, throughLoop: loop });
          return true;
        case "assign":
          if (isWithin(path, instruction.place)) return true;
          break;
        case "storage-live":
        case "storage-dead":
          return true;
        default:
      }
    }
    return false;
  }
}

/** Whether one path is the other, a part of it, or what it is part of. */
export function related(a: MovePath, b: MovePath): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

/** Whether `inner` is `outer` or a part of it. */
export function isWithin(inner: MovePath, outer: MovePath): boolean {
  for (let at: MovePath | undefined = inner; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}
