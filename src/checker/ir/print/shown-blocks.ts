import type { Block } from "../block.js";
import type { BlockId } from "../block-id.js";
import type { ControlFlowGraph } from "../control-flow-graph.js";
import { successors } from "../terminal.js";

/** A block to print, and whether anything leads to it. */
export interface ShownBlock {
  readonly block: Block;
  readonly reachable: boolean;
}

/**
 * The blocks worth printing, in the order in which one reads them: in reverse postorder as control goes when nothing
 * throws, then what exceptions lead to, then what can't be reached. Left out are the empty blocks that lowering leaves
 * behind each jump.
 */
export function shownBlocks({ blocks, entry }: ControlFlowGraph): ShownBlock[] {
  const seen = new Set<Block>();
  const shown: ShownBlock[] = [];
  const show = (root: BlockId, reachable: boolean): void => {
    const roots = [root];
    // What is added is walked, too.
    for (const from of roots)
      for (const block of reversePostorder(blocks, from, seen)) {
        shown.push({ block, reachable });
        for (const each of block.instructions) if (each.kind === "maybe-throw") roots.push(each.unwind);
      }
  };
  show(entry, true);
  for (const { id, instructions } of blocks) if (instructions.length > 0) show(id, false);
  return shown;
}

/** What a block is called where it begins: `bb3 (cleanup)`. */
export function blockTitle({ block: { id, cleanup }, reachable }: ShownBlock): string {
  return `bb${id}${cleanup ? " (cleanup)" : ""}${reachable ? "" : " (unreachable)"}`;
}

/** Depth first with a stack of its own, from one block on, past those that were seen before. */
function reversePostorder(blocks: readonly Block[], from: BlockId, seen: Set<Block>): Block[] {
  const postorder: Block[] = [];
  const stack: { readonly block: Block; readonly next: readonly BlockId[]; at: number }[] = [];
  const enter = (id: BlockId): void => {
    const block = blocks[id];
    if (block === undefined || seen.has(block)) return;
    seen.add(block);
    stack.push({ block, next: successors(block.terminal).toReversed(), at: 0 });
  };
  enter(from);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = top.next[top.at++];
    if (next !== undefined) enter(next);
    else {
      postorder.push(top.block);
      stack.pop();
    }
  }
  return postorder.reverse();
}
