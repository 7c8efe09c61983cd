import type { BlockId } from "../cfg/block.js";
import { jumpOf } from "./edges-into.js";
import type { GraphIndex } from "./graph-index.js";

/**
 * One way back from each block, without exceptions: to where a statement jumped into it, or else to the first of the blocks
 * before it. In the region of a node the way is the same for all locals; only where it ends depends on the node. So the ways
 * are a forest, in which one look tells whether a way passes a block.
 */
export class QuietWaysBack {
  /** The block that a jump comes from, where one leads into a block. */
  readonly #jumps = new Map<BlockId, BlockId>();
  /** The last block of each way. */
  readonly #ends: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  constructor(index: GraphIndex) {
    const { onlyThrown } = index.flow.ways;
    const children: BlockId[][] = Array.from({ length: index.size }, () => []);
    const roots: BlockId[] = [];
    for (const block of index.order) {
      const before = (index.incoming[block] ?? []).filter(({ from, run }) => run === undefined && onlyThrown[from] === onlyThrown[block]);
      const jump = before.find(({ from }) => jumpOf(index, from) !== undefined);
      if (jump !== undefined) this.#jumps.set(block, jump.from);
      // A way that would lead around a loop ends at its head.
      const next = jump === undefined && before[0]?.back === false ? before[0].from : undefined;
      if (next === undefined) roots.push(block);
      else children[next]?.push(block);
    }
    this.#ends = new Int32Array(index.size).fill(-1);
    this.#first = new Int32Array(index.size).fill(-1);
    this.#last = new Int32Array(index.size).fill(-1);
    const order: { readonly block: BlockId; readonly above: BlockId }[] = [];
    for (const root of roots) {
      const stack = [{ block: root, above: -1 }];
      for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        this.#first[top.block] = order.length;
        this.#ends[top.block] = root;
        order.push(top);
        for (const block of children[top.block] ?? []) stack.push({ block, above: top.block });
      }
    }
    for (const { block, above } of order.toReversed()) {
      this.#last[block] = Math.max(this.#last[block] ?? -1, (this.#first[block] ?? -1) + 1);
      if (above >= 0) this.#last[above] = Math.max(this.#last[above] ?? -1, this.#last[block] ?? -1);
    }
  }

  /**
   * Goes back from a block to the node of its region.
   *
   * @returns whether the way reaches the node, or else where a jump comes from that led into it on the way
   */
  from(block: BlockId, node: BlockId): { readonly reached: boolean; readonly jump: BlockId | undefined } {
    const at = this.#first[block] ?? -1;
    const reached = (this.#first[node] ?? -1) <= at && at < (this.#last[node] ?? -1);
    return { reached, jump: reached ? undefined : this.#jumps.get(this.#ends[block] ?? -1) };
  }
}
