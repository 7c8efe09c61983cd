import type { BlockId } from "../cfg/block.js";
import type { Move } from "../cfg/instruction.js";
import type { MovePath } from "../cfg/move-path.js";
import type { GraphIndex } from "../solve/graph-index.js";

/** A move that a use may come after. */
export interface MoveSite {
  readonly move: Move;
  /** Equal for equal sites: "block:instruction". */
  readonly key: string;
  /** On the way from the move to the use a loop starts over. */
  readonly throughLoop: boolean;
}

/**
 * The nearest moves on all ways back from a use: a way ends at the first move or (re-)initialisation of the
 * place, of something it is part of, or of a part of it.
 *
 * Source: `rustc_borrowck::diagnostics::conflict_errors::get_moved_indexes`.
 */
export function findMoves(index: GraphIndex, path: MovePath, block: BlockId, before: number): MoveSite[] {
  const events = index.events(path.local);
  const sites = new Map<string, MoveSite>();
  const seen = new Set<BlockId>();
  const stack: { readonly block: BlockId; readonly before: number; readonly loop: boolean }[] = [{ block, before, loop: false }];
  const later: typeof stack = [];
  for (let at = stack.pop() ?? later.pop(); at !== undefined; at = stack.pop() ?? later.pop()) {
    if (endsWithin(at.block, at.before, at.loop)) continue;
    for (const { from, back } of index.incoming[at.block] ?? []) {
      if (index.rank[from] === -1 || seen.has(from)) continue;
      seen.add(from);
      // Ways through a back edge wait, so that a move is told as of this iteration where it can be.
      const step = { block: from, before: Infinity, loop: at.loop || back };
      if (back) later.push(step);
      else stack.push(step);
    }
  }
  return [...sites.values()];

  function endsWithin(id: BlockId, limit: number, loop: boolean): boolean {
    for (const at of (events.get(id) ?? []).toReversed()) {
      if (at >= limit) continue;
      const instruction = index.instruction(id, at);
      switch (instruction?.kind) {
        case "move":
          if (!related(instruction.place, path)) break;
          sites.set(`${id}:${at}`, { move: instruction, key: `${id}:${at}`, throughLoop: loop });
          return true;
        case "assign":
          if (related(instruction.place, path)) return true;
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
