import type { BlockId } from "../ir/block-id.js";
import { preorder, type Preorder } from "./preorder.js";

/** Which blocks can only be reached by way of which others: a tree of the blocks that can be reached. */
export interface DominatorTree extends Preorder {
  /** The nearest block that every way into a block leads through; -1 for the entry and for what can't be reached. */
  readonly immediateDominator: Int32Array;
  /** The blocks at which ways through a block meet ways past it. */
  readonly frontier: readonly (readonly BlockId[])[];
}

/**
 * Finds the dominator tree and the dominance frontiers.
 *
 * Source: Georgiadis, "Linear-Time Algorithms for Dominators and Related Problems" (Semi-NCA); Cooper, Harvey and Kennedy,
 * "A Simple, Fast Dominance Algorithm" (frontiers).
 *
 * @param size how many blocks there are
 * @param next the blocks after a block
 * @param before the blocks before a block, as far as they can be reached
 */
export function dominatorTree(
  size: number,
  entry: BlockId,
  next: (block: BlockId) => readonly BlockId[],
  before: (block: BlockId) => readonly BlockId[],
): DominatorTree {
  const immediateDominator = immediateDominators(size, entry, next, before);
  const { order, position, subtreeEnd } = preorder(immediateDominator, [entry]);
  return { immediateDominator, order, position, subtreeEnd, frontier: frontiers(immediateDominator, order, before) };
}

function immediateDominators(
  size: number,
  entry: BlockId,
  next: (block: BlockId) => readonly BlockId[],
  before: (block: BlockId) => readonly BlockId[],
): Int32Array {
  const { vertices, numbers, parents } = depthFirst(size, entry, next);
  const count = vertices.length;
  // All by number in the depth-first search; `ancestors` is the tree, shortened as it is searched.
  const dominators = parents.slice();
  const ancestors = parents.slice();
  const semi = Int32Array.from({ length: count }, (_, at) => at);
  const labels = Int32Array.from(semi);
  const path: number[] = [];
  /** The number with the least semidominator between a number and the part of the tree that was not visited yet. */
  const evaluate = (from: number, linked: number): number => {
    let at = from;
    while (at_(ancestors, at) >= linked) {
      path.push(at);
      at = at_(ancestors, at);
    }
    for (let below = path.pop(); below !== undefined; below = path.pop()) {
      ancestors[below] = at_(ancestors, at);
      if (at_(semi, at_(labels, at)) < at_(semi, at_(labels, below))) labels[below] = at_(labels, at);
      at = below;
    }
    return at_(labels, at);
  };
  for (let at = count - 1; at > 0; at--) {
    let least = at_(parents, at);
    for (const block of before(vertices[at] ?? entry)) {
      const number = at_(numbers, block);
      if (number >= 0) least = Math.min(least, at_(semi, evaluate(number, at + 1)));
    }
    semi[at] = least;
  }
  const result = new Int32Array(size).fill(-1);
  for (let at = 1; at < count; at++) {
    let dominator = at_(dominators, at);
    while (dominator > at_(semi, at)) dominator = at_(dominators, dominator);
    dominators[at] = dominator;
    result[vertices[at] ?? entry] = vertices[dominator] ?? entry;
  }
  return result;
}

const at_ = (numbers: Int32Array, index: number): number => numbers[index] ?? -1;

/** Blocks in the order in which a depth-first search meets them, with their numbers in it and those of their parents. */
function depthFirst(
  size: number,
  entry: BlockId,
  next: (block: BlockId) => readonly BlockId[],
): { readonly vertices: BlockId[]; readonly numbers: Int32Array; readonly parents: Int32Array } {
  const numbers = new Int32Array(size).fill(-1);
  const vertices: BlockId[] = [];
  const parents: number[] = [];
  const stack: { readonly block: BlockId; readonly from: number }[] = [{ block: entry, from: -1 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (at_(numbers, top.block) >= 0) continue;
    const number = vertices.length;
    numbers[top.block] = number;
    vertices.push(top.block);
    parents.push(top.from);
    for (const block of next(top.block)) if (at_(numbers, block) < 0) stack.push({ block, from: number });
  }
  return { vertices, numbers, parents: Int32Array.from(parents) };
}

function frontiers(
  parent: Int32Array,
  order: readonly BlockId[],
  before: (block: BlockId) => readonly BlockId[],
): BlockId[][] {
  const found: BlockId[][] = Array.from(parent, () => []);
  for (const block of order) {
    const top = at_(parent, block);
    for (const from of before(block)) {
      // Above a block that has this one in its frontier already, all have.
      for (let at = from; at !== top && at !== -1 && found[at]?.at(-1) !== block; at = at_(parent, at))
        found[at]?.push(block);
    }
  }
  return found;
}
