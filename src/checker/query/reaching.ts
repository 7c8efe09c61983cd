import type { BlockId } from "../ir/block-id.js";
import type { Move } from "../ir/instruction.js";
import { type MovePath, related } from "../ir/move-path.js";
import type { GraphIndex } from "../dataflow/graph-index.js";

/** What ways lead to a point, as far as one place is concerned. */
export interface Reaching {
  /** The nearest moves on the ways on which the value is gone. */
  readonly moves: ReadonlySet<Move>;
  /** On some way the place holds its value. */
  readonly live: boolean;
}

/**
 * Looks back from a point to where the place was last given its value or lost it.
 *
 * @param block the point's block
 * @param before the instruction's number in it; what comes from there on is not looked at
 */
export function reaching(index: GraphIndex, path: MovePath, block: BlockId, before: number): Reaching {
  const occurrences = index.occurrences(path.local);
  const moves = new Set<Move>();
  const seen = new Set<string>();
  const stack = [{ block, before }];
  let live = false;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const end = endWithin(at.block, at.before);
    if (end === "live") live = true;
    else if (end !== undefined) moves.add(end);
    if (end !== undefined) continue;
    const incoming = (index.incoming[at.block] ?? []).filter(({ from }) => index.rpoIndex[from] !== -1);
    if (incoming.length === 0) live = true; // the function's start: a parameter, or something captured
    for (const { from, unwind } of incoming) {
      for (const limit of unwind === undefined ? [Infinity] : unwind.at) {
        const key = `${from} ${limit}`;
        if (seen.has(key)) continue;
        seen.add(key);
        stack.push({ block: from, before: limit });
      }
    }
  }
  return { moves, live };

  function endWithin(id: BlockId, limit: number): Move | "live" | undefined {
    for (const at of (occurrences.get(id) ?? []).toReversed()) {
      if (at >= limit) continue;
      const instruction = index.instruction(id, at);
      if (instruction?.kind === "move" && related(instruction.place, path)) return instruction;
      if (instruction?.kind === "assign" && related(instruction.place, path)) return "live";
      if (instruction?.kind === "storage-live") return "live";
    }
    return undefined;
  }
}
