import type { BlockId } from "../ir/block-id.js";

/** A forest's blocks, each before those under it, so that what is under a block is a stretch of the list. */
export interface Preorder {
  readonly order: readonly BlockId[];
  /** A block's position in {@link order}; -1 when no root leads to it. */
  readonly position: Int32Array;
  /** Where what is under a block ends in {@link order}, exclusive. */
  readonly subtreeEnd: Int32Array;
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
  const position = new Int32Array(parent.length).fill(-1);
  const subtreeEnd = new Int32Array(parent.length).fill(-1);
  const stack = [...roots];
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    position[block] = order.length;
    order.push(block);
    for (const child of children[block] ?? []) stack.push(child);
  }
  for (const block of order.toReversed()) {
    subtreeEnd[block] = Math.max(subtreeEnd[block] ?? -1, (position[block] ?? -1) + 1);
    const above = parent[block] ?? -1;
    if (above >= 0) subtreeEnd[above] = Math.max(subtreeEnd[above] ?? -1, subtreeEnd[block] ?? -1);
  }
  return { order, position, subtreeEnd };
}

/** Whether a block is the root of a subtree or under it; in a dominator tree: whether the root dominates the block. */
export function isInSubtree({ position, subtreeEnd }: Preorder, root: BlockId, block: BlockId): boolean {
  const at = position[block] ?? -1;
  return at >= 0 && (position[root] ?? -1) <= at && at < (subtreeEnd[root] ?? -1);
}
