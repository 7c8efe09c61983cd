import type { BlockId } from "../ir/block-id.js";
import type { DominatorTree } from "../graph/dominators.js";

/**
 * How a block can be reached from one that dominates it: without an exception, by way of one, or either.
 *
 * Both are counts along the dominator tree, from its root: of the steps on which every way throws, and of the steps on which
 * some way does. So one subtraction tells it for any two blocks.
 */
export interface UnwindDepths {
  readonly must: Int32Array;
  readonly may: Int32Array;
}

/** A way into a block, as far as it matters here. */
interface Edge {
  readonly from: BlockId;
  readonly unwind: unknown;
}

/**
 * Counts the steps of the dominator tree that exceptions lead over.
 *
 * A step's ways run through blocks further down the tree. Their own steps are counted first, and put together by
 * path compression, so that each edge is looked at once.
 */
export function countUnwindDepths(
  { immediateDominator, order }: DominatorTree,
  incoming: readonly (readonly Edge[])[],
): UnwindDepths {
  const size = immediateDominator.length;
  /** Of the step into a block: there is a way without an exception; there is one with. */
  const normal = new Uint8Array(size);
  const unwinds = new Uint8Array(size);
  // What lies between a block and the one it is linked to, itself included.
  const link = new Int32Array(size).fill(-1);
  const allNormal = new Uint8Array(size);
  const anyUnwinds = new Uint8Array(size);
  const path: BlockId[] = [];
  const rootOf = (block: BlockId): BlockId => {
    let root = block;
    for (let above = link[root] ?? -1; above !== -1; above = link[root] ?? -1) {
      path.push(root);
      root = above;
    }
    // From the top: each takes over what the one above it knows.
    let above = path.pop();
    for (let at = path.pop(); at !== undefined; at = path.pop()) {
      allNormal[at] = (allNormal[at] ?? 0) & (allNormal[above ?? at] ?? 0);
      anyUnwinds[at] = (anyUnwinds[at] ?? 0) | (anyUnwinds[above ?? at] ?? 0);
      link[at] = root;
      above = at;
    }
    return root;
  };

  const children: BlockId[][] = Array.from(immediateDominator, () => []);
  for (const block of order) children[immediateDominator[block] ?? -1]?.push(block);
  for (const top of order.toReversed()) {
    const steps = children[top] ?? [];
    /** Ways between children of one block. */
    const across = new Map<BlockId, { readonly to: BlockId; readonly normal: number; readonly unwinds: number }[]>();
    const queue: BlockId[] = [];
    for (const to of steps) {
      for (const { from, unwind } of incoming[to] ?? []) {
        if (from === top) {
          if (unwind === undefined) normal[to] = 1;
          else unwinds[to] = 1;
          continue;
        }
        const root = rootOf(from);
        const below = root !== from;
        const edge = {
          to,
          normal: unwind === undefined && (!below || allNormal[from] === 1) ? 1 : 0,
          unwinds: unwind !== undefined || (below && anyUnwinds[from] === 1) ? 1 : 0,
        };
        const edges = across.get(root);
        if (edges === undefined) across.set(root, [edge]);
        else edges.push(edge);
      }
      queue.push(to);
    }
    if (across.size > 0) spread(queue, across, normal, unwinds);
    for (const block of steps) {
      link[block] = top;
      allNormal[block] = normal[block] ?? 0;
      anyUnwinds[block] = unwinds[block] ?? 0;
    }
  }
  const must = new Int32Array(size);
  const may = new Int32Array(size);
  for (const block of order) {
    const above = immediateDominator[block] ?? -1;
    if (above === -1) continue;
    must[block] = (must[above] ?? 0) + (normal[block] === 1 ? 0 : 1);
    may[block] = (may[above] ?? 0) + (unwinds[block] ?? 0);
  }
  return { must, may };
}

function spread(
  queue: BlockId[],
  across: ReadonlyMap<BlockId, readonly { readonly to: BlockId; readonly normal: number; readonly unwinds: number }[]>,
  normal: Uint8Array,
  unwinds: Uint8Array,
): void {
  for (const from of queue) {
    const isNormal = normal[from] ?? 0;
    const mayUnwind = unwinds[from] ?? 0;
    if (isNormal === 0 && mayUnwind === 0) continue;
    for (const edge of across.get(from) ?? []) {
      const nowNormal = (normal[edge.to] ?? 0) | (isNormal & edge.normal);
      const nowUnwinds = (unwinds[edge.to] ?? 0) | mayUnwind | edge.unwinds;
      if (nowNormal === normal[edge.to] && nowUnwinds === unwinds[edge.to]) continue;
      normal[edge.to] = nowNormal;
      unwinds[edge.to] = nowUnwinds;
      queue.push(edge.to);
    }
  }
}
