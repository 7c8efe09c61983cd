import type { BlockId } from "../ir/block-id.js";
import { jumpOf } from "./incoming-edge-index.js";
import type { ControlFlow } from "../graph/control-flow.js";
import type { DominatorOrder } from "./dominator-order.js";
import { preorder, type Preorder } from "../graph/preorder.js";

/**
 * One way back from each block, without exceptions: to where a statement jumped into it, or else to the first of the blocks
 * before it. In the region of a node the way is the same for all locals; only where it ends depends on the node. So the ways
 * are a forest, in which one look tells whether a way passes a block.
 */
export class NormalPredecessorForest {
  /** The block that a jump comes from, where one leads into a block. */
  readonly #jumps = new Map<BlockId, BlockId>();
  /** The last block of each way. */
  readonly #ends: Int32Array;
  readonly #forest: Preorder;

  constructor(graph: ControlFlow, dominance: DominatorOrder) {
    const { must } = dominance.unwindDepths;
    const parent = new Int32Array(graph.size).fill(-1);
    const roots: BlockId[] = [];
    for (const block of graph.order) {
      const before = (graph.incoming[block] ?? []).filter(
        ({ from, unwind }) => unwind === undefined && must[from] === must[block],
      );
      const jump = before.find(({ from }) => jumpOf(graph, from) !== undefined);
      if (jump !== undefined) this.#jumps.set(block, jump.from);
      // A way that would lead around a loop ends at its head.
      const next = jump === undefined && before[0]?.isBackEdge === false ? before[0].from : undefined;
      if (next === undefined) roots.push(block);
      else parent[block] = next;
    }
    this.#forest = preorder(parent, roots);
    this.#ends = new Int32Array(graph.size).fill(-1);
    for (const block of this.#forest.order) {
      const above = parent[block] ?? -1;
      this.#ends[block] = above === -1 ? block : (this.#ends[above] ?? -1);
    }
  }

  /**
   * Goes back from a block to the node of its region.
   *
   * @returns whether the way reaches the node, or else where a jump comes from that led into it on the way
   */
  from(block: BlockId, node: BlockId): { readonly reached: boolean; readonly jump: BlockId | undefined } {
    const { position, subtreeEnd } = this.#forest;
    const at = position[block] ?? -1;
    const reached = (position[node] ?? -1) <= at && at < (subtreeEnd[node] ?? -1);
    return { reached, jump: reached ? undefined : this.#jumps.get(this.#ends[block] ?? -1) };
  }
}
