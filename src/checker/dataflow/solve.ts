import type { BlockId } from "../ir/block-id.js";
import type { Analysis } from "./analysis.js";

/** Runs an analysis to its fixpoint: the state on entry to each block that anything flows into. */
export function solve<Domain>(analysis: Analysis<Domain>): Map<BlockId, Domain> {
  const entries = new Map<BlockId, Domain>();
  const queue: BlockId[] = [];
  const queued = new Set<BlockId>();
  const propagate = (to: BlockId, state: Domain): void => {
    const known = entries.get(to);
    if (known === undefined) entries.set(to, analysis.copy(state));
    else if (!analysis.join(known, state)) return;
    if (queued.has(to)) return;
    queued.add(to);
    queue.push(to);
  };
  for (const [block, state] of analysis.seeds) propagate(block, state);
  // A queue, not a stack: states meet at joins before what comes after is visited.
  for (const block of queue) {
    queued.delete(block);
    const state = entries.get(block);
    if (state !== undefined) analysis.transfer(block, state, propagate);
  }
  return entries;
}
