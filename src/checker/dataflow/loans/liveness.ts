import { getOrInsert } from "../../collections/get-or-insert.js";
import { lastBefore } from "../../collections/sorted-search.js";
import type { ControlFlow } from "../../graph/control-flow.js";
import type { BlockId } from "../../ir/block-id.js";
import type { Local } from "../../ir/local.js";
import type { OccurrenceMap } from "../occurrences.js";

/** An interval of the instructions of a block. */
export interface LiveInterval {
  /** The number of the defining instruction; -1 if the local is live on entry to the block. */
  readonly from: number;
  /** The number of the last instruction that needs the value; Infinity if the local is live at the block's end. */
  readonly to: number;
}

/**
 * Where the value that a local holds may still be used: for each block, the intervals over which the local is live.
 *
 * ```text
 *   r = same(t)      from here
 *   look(r)          still needed
 *   call             still needed if what it unwinds to looks at r
 *   r = same(u)      a definition: what r held before is dead
 * ```
 *
 * Backward from each use to the definitions: a local costs only the blocks between them, however long its function.
 *
 * Convergence: blocks are only added to the two sets, each once, and there are finitely many.
 *
 * Source: `rustc_borrowck::type_check::liveness`.
 */
export class Liveness {
  /** Blocks at whose end the local is live. */
  readonly #liveOut = new Set<BlockId>();
  /** Blocks whose unwind edge leads to where the local is live. */
  readonly #liveOnUnwind = new Set<BlockId>();
  readonly #intervals = new Map<BlockId, LiveInterval[]>();

  constructor(
    readonly controlFlow: ControlFlow,
    readonly occurrences: OccurrenceMap,
    readonly local: Local,
  ) {
    const stack: BlockId[] = [];
    const enter = (block: BlockId): void => {
      for (const { from, unwind } of controlFlow.incoming[block] ?? []) {
        if (unwind !== undefined) {
          if (this.#liveOnUnwind.has(from)) continue;
          this.#liveOnUnwind.add(from);
          if (this.#occursBefore(from, unwind.at[0] ?? 0)) continue;
        } else {
          if (this.#liveOut.has(from)) continue;
          this.#liveOut.add(from);
          if (this.#firstIs(from) !== "none") continue;
        }
        stack.push(from);
      }
    };
    for (const block of occurrences.of(local).keys()) if (this.#firstIs(block) === "use") enter(block);
    for (let block = stack.pop(); block !== undefined; block = stack.pop()) enter(block);
  }

  /** The intervals of a block over which the local is live, ascending. */
  intervals(block: BlockId): readonly LiveInterval[] {
    return getOrInsert(this.#intervals, block, () => this.#computeIntervals(block));
  }

  /** Blocks in which the local is live somewhere. */
  blocks(): Iterable<BlockId> {
    return new Set([...this.#liveOut, ...this.#liveOnUnwind, ...this.occurrences.of(this.local).keys()]);
  }

  /** The first use after a point of a block, within the block. */
  nextUse(block: BlockId, after: number): number | undefined {
    return this.occurrences.in(block, this.local).find((at) => at > after && this.#kindAt(block, at) === "use");
  }

  #computeIntervals(block: BlockId): LiveInterval[] {
    const found: LiveInterval[] = [];
    let from = -1;
    let to = -1;
    const throwing = this.#liveOnUnwind.has(block) ? (this.controlFlow.unwindEdges[block]?.at ?? []) : [];
    const close = (end: number): void => {
      // Not only the last that may throw in the block: each definition ends the life of the value before it, which the
      // handler may see from whatever threw up to there.
      to = Math.max(to, lastBefore(throwing, end) ?? -1);
      if (to > from || (from === -1 && to >= 0)) found.push({ from, to });
    };
    for (const at of this.occurrences.in(block, this.local)) {
      const kind = this.#kindAt(block, at);
      if (kind === "definition") {
        close(at);
        from = at;
        to = at;
      } else if (kind === "use") {
        to = at;
      }
    }
    if (this.#liveOut.has(block)) to = Infinity;
    close(Infinity);
    return found;
  }

  /** Whether a use or definition comes before an instruction: then blocks above this one have been, or need not be, visited. */
  #occursBefore(block: BlockId, limit: number): boolean {
    return this.occurrences.in(block, this.local).some((at) => at < limit && this.#kindAt(block, at) !== "none");
  }

  #firstIs(block: BlockId): "use" | "definition" | "none" {
    for (const at of this.occurrences.in(block, this.local)) {
      const kind = this.#kindAt(block, at);
      if (kind !== "none") return kind;
    }
    return "none";
  }

  #kindAt(block: BlockId, at: number): "use" | "definition" | "none" {
    const instruction = this.controlFlow.instruction(block, at);
    switch (instruction?.kind) {
      case "use":
      case "move":
      case "subset":
      case "insert":
        return "use";
      case "storage-live":
        return "definition";
      case "assign":
        return instruction.place.parent === undefined && this.local.facts.ownership === "borrow"
          ? "definition"
          : "none";
      default:
        return "none";
    }
  }
}
