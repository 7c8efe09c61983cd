import type { BlockId } from "../ir/block.js";
import type { Dominators } from "../graph/dominators.js";

/**
 * How a block can be reached from one that dominates it: without an exception, by way of one, or either.
 *
 * Both are counts along the dominator tree, from its root: of the steps on which every way throws, and of the steps on which
 * some way does. So one subtraction tells it for any two blocks.
 */
export interface ThrowWays {
  readonly onlyThrown: Int32Array;
  readonly maybeThrown: Int32Array;
}

/** A way into a block, as far as it matters here. */
interface Edge {
  readonly from: BlockId;
  readonly run: unknown;
}

/**
 * Counts the steps of the dominator tree that exceptions lead over.
 *
 * A step's ways run through blocks further down the tree. Their own steps are counted first, and put together by
 * path compression, so that each edge is looked at once.
 */
export function countThrowWays({ parent, order }: Dominators, incoming: readonly (readonly Edge[])[]): ThrowWays {
  const size = parent.length;
  /** Of the step into a block: there is a way without an exception; there is one with. */
  const quiet = new Uint8Array(size);
  const thrown = new Uint8Array(size);
  // What lies between a block and the one it is linked to, itself included.
  const link = new Int32Array(size).fill(-1);
  const allQuiet = new Uint8Array(size);
  const anyThrown = new Uint8Array(size);
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
      allQuiet[at] = (allQuiet[at] ?? 0) & (allQuiet[above ?? at] ?? 0);
      anyThrown[at] = (anyThrown[at] ?? 0) | (anyThrown[above ?? at] ?? 0);
      link[at] = root;
      above = at;
    }
    return root;
  };

  const children: BlockId[][] = Array.from(parent, () => []);
  for (const block of order) children[parent[block] ?? -1]?.push(block);
  for (const top of order.toReversed()) {
    const steps = children[top] ?? [];
    /** Ways between children of one block. */
    const across = new Map<BlockId, { readonly to: BlockId; readonly quiet: number; readonly thrown: number }[]>();
    const queue: BlockId[] = [];
    for (const to of steps) {
      for (const { from, run } of incoming[to] ?? []) {
        if (from === top) {
          if (run === undefined) quiet[to] = 1;
          else thrown[to] = 1;
          continue;
        }
        const root = rootOf(from);
        const below = root !== from;
        const edge = {
          to,
          quiet: run === undefined && (!below || allQuiet[from] === 1) ? 1 : 0,
          thrown: run !== undefined || (below && anyThrown[from] === 1) ? 1 : 0,
        };
        const edges = across.get(root);
        if (edges === undefined) across.set(root, [edge]);
        else edges.push(edge);
      }
      queue.push(to);
    }
    if (across.size > 0) spread(queue, across, quiet, thrown);
    for (const block of steps) {
      link[block] = top;
      allQuiet[block] = quiet[block] ?? 0;
      anyThrown[block] = thrown[block] ?? 0;
    }
  }
  const onlyThrown = new Int32Array(size);
  const maybeThrown = new Int32Array(size);
  for (const block of order) {
    const above = parent[block] ?? -1;
    if (above === -1) continue;
    onlyThrown[block] = (onlyThrown[above] ?? 0) + (quiet[block] === 1 ? 0 : 1);
    maybeThrown[block] = (maybeThrown[above] ?? 0) + (thrown[block] ?? 0);
  }
  return { onlyThrown, maybeThrown };
}

function spread(
  queue: BlockId[],
  across: ReadonlyMap<BlockId, readonly { readonly to: BlockId; readonly quiet: number; readonly thrown: number }[]>,
  quiet: Uint8Array,
  thrown: Uint8Array,
): void {
  for (const from of queue) {
    const isQuiet = quiet[from] ?? 0;
    const isThrown = thrown[from] ?? 0;
    if (isQuiet === 0 && isThrown === 0) continue;
    for (const edge of across.get(from) ?? []) {
      const nowQuiet = (quiet[edge.to] ?? 0) | (isQuiet & edge.quiet);
      const nowThrown = (thrown[edge.to] ?? 0) | isThrown | edge.thrown;
      if (nowQuiet === quiet[edge.to] && nowThrown === thrown[edge.to]) continue;
      quiet[edge.to] = nowQuiet;
      thrown[edge.to] = nowThrown;
      queue.push(edge.to);
    }
  }
}
