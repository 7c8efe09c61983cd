import type { BlockId } from "../ir/block.js";

/** A forest's blocks, each before those under it, so that what is under a block is a stretch of the list. */
export interface Preorder {
  readonly order: readonly BlockId[];
  /** A block's position in {@link order}; -1 when no root leads to it. */
  readonly first: Int32Array;
  /** Where what is under a block ends in {@link order}, exclusive. */
  readonly last: Int32Array;
}

/**
 * Numbers a forest.
 *
 * @param parent the block above each block; -1 where there is none
 */
export function preorder(parent: Int32Array, roots: readonly BlockId[]): Preorder {
  const children: BlockId[][] = Array.from(parent, () => []);
  parent.forEach((above, block) => children[above]?.push(block));
  const order: BlockId[] = [];
  const first = new Int32Array(parent.length).fill(-1);
  const last = new Int32Array(parent.length).fill(-1);
  const stack = [...roots];
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    first[block] = order.length;
    order.push(block);
    for (const child of children[block] ?? []) stack.push(child);
  }
  for (const block of order.toReversed()) {
    last[block] = Math.max(last[block] ?? -1, (first[block] ?? -1) + 1);
    const above = parent[block] ?? -1;
    if (above >= 0) last[above] = Math.max(last[above] ?? -1, last[block] ?? -1);
  }
  return { order, first, last };
}
