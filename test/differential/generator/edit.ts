import type { Block, Statement } from "../language/statement.js";
import { blocksOf, withBlocks } from "../language/uses.js";

/** Replaces a statement, wherever it is, by others. */
export function replace(block: Block, old: Statement, by: readonly Statement[]): Block {
  return block.flatMap((statement) => {
    if (statement === old) return by;
    const blocks = blocksOf(statement);
    if (blocks.length === 0) return [statement];
    const replaced = blocks.map((inner) => replace(inner, old, by));
    return [replaced.some((inner, at) => inner !== blocks[at]) ? withBlocks(statement, replaced) : statement];
  });
}
