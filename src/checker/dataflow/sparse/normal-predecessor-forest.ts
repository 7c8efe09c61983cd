import type { ControlFlow } from "../../graph/control-flow.js";
import { isInSubtree, preorder, type Preorder } from "../../graph/preorder.js";
import type { BlockId } from "../../ir/block-id.js";
import type { UnwindDepths } from "./unwind-depths.js";

/**
 * One path back from each block without exceptions: to where a statement jumped into it, or else to the first of its
 * predecessors.
 *
 * Between a node of a sparse graph and the blocks whose state is the node's, the path is the same for all locals; only where it
 * ends depends on the node. So the paths form a forest, in which one comparison tells whether a path passes a block.
 */
export class NormalPredecessorForest {
  /** The block that a jump comes from, where one leads into a block. */
  readonly #jumps = new Map<BlockId, BlockId>();
  /** The root of each block's tree: where its path ends. */
  readonly #roots: Int32Array;
  readonly #forest: Preorder;

  constructor(controlFlow: ControlFlow, { must }: UnwindDepths) {
    const parent = new Int32Array(controlFlow.size).fill(-1);
    const roots: BlockId[] = [];
    for (const block of controlFlow.order) {
      const edges = (controlFlow.incoming[block] ?? []).filter(
        ({ from, unwind }) => unwind === undefined && must[from] === must[block],
      );
      const jump = edges.find(({ from }) => controlFlow.jumpOf(from) !== undefined);
      if (jump !== undefined) this.#jumps.set(block, jump.from);
      // A path that would lead around a loop ends at its head.
      const next = jump === undefined && edges[0]?.isBackEdge === false ? edges[0].from : undefined;
      if (next === undefined) roots.push(block);
      else parent[block] = next;
    }
    this.#forest = preorder(parent, roots);
    this.#roots = new Int32Array(controlFlow.size).fill(-1);
    for (const block of this.#forest.order) {
      const above = parent[block] ?? -1;
      this.#roots[block] = above === -1 ? block : (this.#roots[above] ?? -1);
    }
  }

  /**
   * Follows the path back from a block to the node that dominates it.
   *
   * @returns whether the path passes the node, or else where a jump comes from that led into the path
   */
  from(block: BlockId, node: BlockId): { readonly reached: boolean; readonly jump: BlockId | undefined } {
    const reached = isInSubtree(this.#forest, node, block);
    return { reached, jump: reached ? undefined : this.#jumps.get(this.#roots[block] ?? -1) };
  }
}
