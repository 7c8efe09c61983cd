import type { TSESTree } from "@typescript-eslint/types";
import type { BlockId } from "../ir/block-id.js";
import type { Block } from "../ir/block.js";
import type { Instruction } from "../ir/instruction.js";
import { isWithin } from "../ir/move-path.js";
import { successors } from "../ir/terminal.js";
import type { TakeCandidate } from "./builder/lent/take-candidate.js";

/**
 * Which of the reads of places behind a borrow take the value out: the place is filled again on every path before anything can
 * see it (a call, an `await`, a throw, the end of the function). Rust writes `Option::take` or `mem::replace` for this.
 *
 * @returns the nodes of these reads
 *
 * @example
 * // const c = this.#c; this.#c = undefined; eat(c);   // `this.#c` is taken out
 * // const c = this.#c; eat(c); this.#c = undefined;   // it is not: `eat` could look at it
 */
export function takenOut(blocks: readonly Block[], candidates: readonly TakeCandidate[]): Set<TSESTree.Node> {
  const taken = new Set<TSESTree.Node>();
  for (const candidate of candidates) if (candidate.ends || isRefilled(blocks, candidate)) taken.add(candidate.node);
  return taken;
}

function isRefilled(blocks: readonly Block[], candidate: TakeCandidate): boolean {
  const seen = new Set<BlockId>();
  const pending: { readonly id: BlockId; readonly from: number }[] = [{ id: candidate.block, from: candidate.at }];
  let ownCall = candidate.call;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const block = blocks[next.id];
    if (block === undefined) return false;
    let refilled = false;
    for (const instruction of block.instructions.slice(next.from)) {
      // The call that takes the value itself.
      if (instruction.kind === "maybe-throw" && ownCall) {
        ownCall = false;
        continue;
      }
      const effect = effectOn(candidate, instruction);
      if (effect === "seen") return false;
      if (effect === "refilled") {
        refilled = true;
        break;
      }
    }
    if (refilled) continue;
    if (block.terminal.kind === "return" || block.terminal.kind === "resume") return false;
    for (const id of successors(block.terminal)) {
      if (seen.has(id)) continue;
      seen.add(id);
      pending.push({ id, from: 0 });
    }
  }
  return true;
}

function effectOn({ place, holder }: TakeCandidate, instruction: Instruction): "seen" | "refilled" | "none" {
  switch (instruction.kind) {
    case "maybe-throw":
      return "seen";
    case "assign":
      if (isWithin(place, instruction.place)) return "refilled";
      return isWithin(instruction.place, place) ? "seen" : "none";
    case "assume-empty":
      // Where there was nothing, nothing is missing.
      return instruction.place === holder?.root || isWithin(place, instruction.place) ? "refilled" : "none";
    case "use":
    case "move":
    case "insert":
      return isWithin(instruction.place, place) || isWithin(place, instruction.place) ? "seen" : "none";
    default:
      return "none";
  }
}
