import { partitionPoint } from "../../collections/sorted-search.js";
import type { DominatorTree } from "../../graph/dominators.js";
import type { BlockId } from "../../ir/block-id.js";

/** An interval of the dominator tree's preorder whose blocks all have the same nearest dominator among some nodes. */
export interface DominatedInterval {
  /** The first position of the interval. */
  readonly from: number;
  /** The position after its last. */
  readonly to: number;
  readonly node: BlockId;
  /** The interval is the node itself. */
  readonly own: boolean;
}

/**
 * Divides the dominator tree's preorder among nodes: each position belongs to the nearest node that dominates its block.
 *
 * What a node dominates is one interval of the preorder; the nodes inside it cut it into pieces. So there are at most three
 * intervals for each node, and a block's is found by a search.
 *
 * ```text
 *   positions   0  1  2  3  4  5  6  7        nodes A (at 1) and B (at 3, dominated by A)
 *   node           A  A  B  B  A  A           A: 1..3 and 5..7,  B: 3..5
 * ```
 */
export class DominatedIntervals {
  /** Ascending; what no node dominates is in none. */
  readonly all: readonly DominatedInterval[];

  /**
   * @param nodes in the order of the tree's preorder
   * @param isSeparate whether a node's own block gets an interval of its own
   */
  constructor(dominators: DominatorTree, nodes: readonly BlockId[], isSeparate: (node: BlockId) => boolean) {
    this.all = divide(dominators, nodes, isSeparate);
  }

  /** The interval that a position of the preorder is in. */
  at(position: number): DominatedInterval | undefined {
    const found = this.all[partitionPoint(this.all.length, (at) => (this.all[at]?.to ?? Infinity) <= position)];
    return found !== undefined && found.from <= position ? found : undefined;
  }
}

function divide(
  { position, subtreeEnd }: DominatorTree,
  nodes: readonly BlockId[],
  isSeparate: (node: BlockId) => boolean,
): DominatedInterval[] {
  const intervals: DominatedInterval[] = [];
  /** The nodes whose subtree the walk is in, outermost first. */
  const open: BlockId[] = [];
  let at = 0;
  const advance = (to: number): void => {
    const node = open.at(-1);
    if (node !== undefined && to > at) intervals.push({ from: at, to, node, own: false });
    at = Math.max(at, to);
  };
  const close = (before: number): void => {
    for (let top = open.at(-1); top !== undefined && (subtreeEnd[top] ?? -1) <= before; top = open.at(-1)) {
      advance(subtreeEnd[top] ?? -1);
      open.pop();
    }
  };
  for (const node of nodes) {
    const first = position[node] ?? -1;
    close(first);
    advance(first);
    open.push(node);
    if (!isSeparate(node)) continue;
    intervals.push({ from: first, to: first + 1, node, own: true });
    at = first + 1;
  }
  close(Infinity);
  return intervals;
}
