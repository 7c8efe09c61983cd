import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../ir/block-id.js";
import type { Block } from "../ir/block.js";
import type { Instruction } from "../ir/instruction.js";
import { isWithin, type MovePath } from "../ir/move-path.js";
import { successors } from "../ir/terminal.js";
import type { FieldOverwrite } from "./builder/lent/field-overwrite.js";
import { getOrInsert } from "../collections/get-or-insert.js";

/**
 * The assignments that drop a live value: on some path from the function's entry nobody took the old value out of the field,
 * and nothing says that the field is empty.
 *
 * @param taken the reads that take a value out of its place
 *
 * @example
 * // reconnect() { this.#c = open(); }                                    // the old connection leaks
 * // reconnect() { const old = this.#c; this.#c = open(); eat(old); }     // taken out
 */
export function liveOverwrites(
  blocks: readonly Block[],
  overwrites: readonly FieldOverwrite[],
  taken: ReadonlySet<TSESTree.Node>,
): FieldOverwrite[] {
  if (overwrites.length === 0) return [];
  const predecessors = new Map<BlockId, Block[]>();
  for (const block of blocks) {
    const unwinds = block.instructions.flatMap((each) => (each.kind === "maybe-throw" ? [each.unwind] : []));
    for (const to of new Set([...successors(block.terminal), ...unwinds]))
      getOrInsert(predecessors, to, () => []).push(block);
  }
  return overwrites.filter((overwrite) => mayBeLive(blocks, predecessors, overwrite, taken));
}

function mayBeLive(
  blocks: readonly Block[],
  predecessors: ReadonlyMap<BlockId, readonly Block[]>,
  { place, block, at }: FieldOverwrite,
  taken: ReadonlySet<TSESTree.Node>,
): boolean {
  const seen = new Set<BlockId>();
  const pending: { readonly id: BlockId; readonly before: number }[] = [{ id: block, before: at }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { id } = next;
    const last = blocks[id]?.instructions
      .slice(0, next.before)
      .map((instruction) => stateAfter(instruction, place, taken))
      .findLast((state) => state !== undefined);
    if (last === "live") return true;
    if (last === "empty") continue;
    if (id === 0) return true;
    for (const { id: from } of predecessors.get(id) ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      pending.push({ id: from, before: Infinity });
    }
  }
  return false;
}

function stateAfter(
  instruction: Instruction,
  place: MovePath,
  taken: ReadonlySet<TSESTree.Node>,
): "live" | "empty" | undefined {
  switch (instruction.kind) {
    case "assign":
      return isWithin(place, instruction.place) ? (instruction.value === "empty" ? "empty" : "live") : undefined;
    case "assume-empty":
      return isWithin(place, instruction.place) ? "empty" : undefined;
    case "use":
      return instruction.place === place && taken.has(instruction.node) ? "empty" : undefined;
    default:
      return undefined;
  }
}
