import { getOrInsert } from "../../collections/get-or-insert.js";
import type { DominatorTree } from "../../graph/dominators.js";
import type { BlockId } from "../../ir/block-id.js";

/** An edge into a block, as far as it matters here. */
interface Edge {
  readonly from: BlockId;
  readonly unwind: unknown;
}

/** An edge between two children of one block in the dominator tree, with what may happen on the way to where it begins. */
interface SiblingEdge {
  readonly to: BlockId;
  /** 1 if it can be taken without an exception. */
  readonly normal: number;
  /** 1 if it can be taken by way of an exception. */
  readonly unwinds: number;
}

/**
 * How often paths unwind: for each block the steps down the dominator tree, from its root, that every path takes by way of an
 * exception (must), and those that some path does (may). So for any block and one that dominates it two comparisons tell how
 * paths lead from one to the other.
 *
 * ```text
 *   bb0: call -> unwind bb2        must  may
 *        goto bb1             bb1   0     0     reached normally
 *   bb2: goto bb3             bb2   1     1     reached by unwinding only
 *   bb1: goto bb3             bb3   0     1     reached either way
 * ```
 */
export class UnwindDepths {
  readonly must: Int32Array;
  readonly may: Int32Array;

  constructor(dominators: DominatorTree, incoming: readonly (readonly Edge[])[]) {
    const { immediateDominator, order } = dominators;
    const { normal, unwinds } = stepsOf(dominators, incoming);
    this.must = new Int32Array(immediateDominator.length);
    this.may = new Int32Array(immediateDominator.length);
    for (const block of order) {
      const above = immediateDominator[block] ?? -1;
      if (above === -1) continue;
      this.must[block] = (this.must[above] ?? 0) + (normal[block] === 1 ? 0 : 1);
      this.may[block] = (this.may[above] ?? 0) + (unwinds[block] ?? 0);
    }
  }

  /** Whether some path leads from a block to one that it dominates without an exception. */
  reachedNormally(from: BlockId, to: BlockId): boolean {
    return this.must[from] === this.must[to];
  }

  /** Whether some path leads from a block to one that it dominates by way of an exception. */
  reachedByUnwind(from: BlockId, to: BlockId): boolean {
    return this.may[from] !== this.may[to];
  }
}

/**
 * For the step of the dominator tree into each block: whether a path takes it without an exception, and whether one takes it by
 * way of one.
 *
 * The paths of a step run through blocks further down the tree. Their own steps are decided first, and put together by path
 * compression, so that each edge is looked at once.
 *
 * Convergence: among the children of one block the marks only grow, and each child has two.
 */
function stepsOf(
  { immediateDominator, order }: DominatorTree,
  incoming: readonly (readonly Edge[])[],
): { readonly normal: Uint8Array; readonly unwinds: Uint8Array } {
  const size = immediateDominator.length;
  const normal = new Uint8Array(size);
  const unwinds = new Uint8Array(size);
  // What is true of the steps from the block that a block is linked to down to the block itself.
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
    /** The edges between the children of this block, by the child that they come from. */
    const across = new Map<BlockId, SiblingEdge[]>();
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
        getOrInsert(across, root, () => []).push({
          to,
          normal: unwind === undefined && (!below || allNormal[from] === 1) ? 1 : 0,
          unwinds: unwind !== undefined || (below && anyUnwinds[from] === 1) ? 1 : 0,
        });
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
  return { normal, unwinds };
}

/** Marks the children of one block along the edges between them, to a fixpoint. */
function spread(
  queue: BlockId[],
  across: ReadonlyMap<BlockId, readonly SiblingEdge[]>,
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
