import { getOrInsert } from "../../collections/get-or-insert.js";
import type { BlockId } from "../../ir/block-id.js";
import type { Liveness, LiveInterval } from "./liveness.js";

/** Where a loan is in scope: where any local that may hold it is live. One takes over from another. */
export class LoanScope {
  readonly #intervals = new Map<BlockId, LiveInterval[]>();

  constructor(holders: readonly Liveness[]) {
    for (const holder of holders)
      for (const block of holder.blocks())
        getOrInsert(this.#intervals, block, () => []).push(...holder.intervals(block));
    for (const intervals of this.#intervals.values()) intervals.sort((a, b) => a.from - b.from);
  }

  /** How far the loan stays in scope from right after an instruction of a block; Infinity if to its end. */
  until(block: BlockId, after: number): number {
    let until = after;
    for (const { from, to } of this.#intervals.get(block) ?? []) {
      if (from > until) break;
      if (to > until) until = to;
    }
    return until;
  }
}
