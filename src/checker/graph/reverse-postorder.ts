import type { BlockId } from "../ir/block-id.js";

/**
 * The blocks that can be reached, each before its successors, back edges apart.
 *
 * Depth first, with a stack of its own: a chain of blocks of any length costs no call stack.
 *
 * @param size how many blocks there are, reachable or not
 * @param successors what is visited first comes last
 * @example
 * //   0 -> 1 -> 3,  0 -> 2 -> 3
 * reversePostorder(4, 0, (id) => [[1, 2], [3], [3], []][id]!); // [0, 2, 1, 3]
 */
export function reversePostorder(
  size: number,
  entry: BlockId,
  successors: (block: BlockId) => readonly BlockId[],
): BlockId[] {
  const seen = new Uint8Array(size);
  const postorder: BlockId[] = [];
  const stack: { readonly id: BlockId; readonly targets: readonly BlockId[]; at: number }[] = [];
  const enter = (id: BlockId): void => {
    if (seen[id] === 1) return;
    seen[id] = 1;
    stack.push({ id, targets: successors(id), at: 0 });
  };
  enter(entry);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const target = top.targets[top.at++];
    if (target !== undefined) {
      enter(target);
    } else {
      postorder.push(top.id);
      stack.pop();
    }
  }
  return postorder.reverse();
}
