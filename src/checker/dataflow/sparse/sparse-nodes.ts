import type { DominatorTree } from "../../graph/dominators.js";
import type { BlockId } from "../../ir/block-id.js";
import type { Local } from "../../ir/local.js";
import { DominatedIntervals } from "./dominated-intervals.js";
import type { FlowIndex } from "./flow-index.js";

/**
 * The nodes of a local's sparse evaluation graph: the blocks with an occurrence of it, and their iterated dominance frontier,
 * where paths with different histories of the local meet.
 *
 * Kill blocks are looked at last. After the end of a local's storage there is nothing to tell apart, except from paths on which
 * it still has it: so the frontier of a kill block counts only where another node dominates it.
 *
 * Convergence: nodes are only added, and there are as many as blocks at most.
 *
 * Source: Cytron et al., "Efficiently Computing Static Single Assignment Form" (the iterated dominance frontier); Choi, Cytron
 * and Ferrante, "Automatic Construction of Sparse Data Flow Evaluation Graphs".
 */
export function sparseNodes(flow: FlowIndex, local: Local): Set<BlockId> {
  const { controlFlow, dominators, occurrences } = flow;
  const { frontier } = dominators;
  const nodes = new Set<BlockId>();
  const killBlocks: BlockId[] = [];
  for (const [block, numbers] of occurrences.of(local)) {
    const last = numbers.at(-1) ?? -1;
    if (controlFlow.instruction(block, last)?.kind === "storage-dead") killBlocks.push(block);
    else nodes.add(block);
    // What may throw before the last occurrence unwinds with another state than the block ends with.
    const unwind = controlFlow.unwindEdges[block];
    if (unwind !== undefined && (unwind.at[0] ?? Infinity) < last) nodes.add(unwind.target);
  }
  // A set that grows is walked to its end.
  for (const node of nodes) for (const met of frontier[node] ?? []) nodes.add(met);
  const dominated = new DominatedIntervals(dominators, inPreorder(dominators, nodes), () => false);
  const hasStorage = (block: BlockId): boolean => {
    const above = dominators.immediateDominator[block] ?? -1;
    return above !== -1 && dominated.at(dominators.position[above] ?? -1) !== undefined;
  };
  for (const block of killBlocks) nodes.add(block);
  const stack = [...killBlocks];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const met of frontier[node] ?? []) {
      if (nodes.has(met) || !hasStorage(met)) continue;
      nodes.add(met);
      stack.push(met);
    }
  }
  return nodes;
}

/** Blocks in the order of the dominator tree's preorder. */
export function inPreorder({ position }: DominatorTree, blocks: Iterable<BlockId>): BlockId[] {
  return [...blocks].sort((a, b) => (position[a] ?? -1) - (position[b] ?? -1));
}
