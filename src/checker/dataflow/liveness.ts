import type { BlockId } from "../ir/block-id.js";
import type { Local } from "../ir/local.js";
import type { GraphIndex } from "./graph-index.js";

/** A stretch of a block's instructions. */
export interface LiveInterval {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the value that a local holds may still be used. A local of a function's length of blocks costs only
 * the blocks between its definition and its uses.
 *
 * Source: `rustc_borrowck::type_check::liveness`.
 */
export class Liveness {
  /** Blocks at whose end the local is live. */
  readonly #liveOut = new Set<BlockId>();
  /** Blocks whose interrupts lead to where the local is live. */
  readonly #liveAtThrow = new Set<BlockId>();

  constructor(
    readonly index: GraphIndex,
    readonly local: Local,
  ) {
    const stack: BlockId[] = [];
    const enter = (block: BlockId): void => {
      for (const { from, unwind } of index.incoming[block] ?? []) {
        if (unwind !== undefined) {
          if (this.#liveAtThrow.has(from)) continue;
          this.#liveAtThrow.add(from);
          if (this.#definedBefore(from, unwind.at[0] ?? 0)) continue;
        } else {
          if (this.#liveOut.has(from)) continue;
          this.#liveOut.add(from);
          if (this.#firstIs(from) !== "none") continue;
        }
        stack.push(from);
      }
    };
    for (const block of index.occurrences(local).keys()) if (this.#firstIs(block) === "use") enter(block);
    for (let block = stack.pop(); block !== undefined; block = stack.pop()) enter(block);
  }

  readonly #intervals = new Map<BlockId, LiveInterval[]>();

  /** Whether a use or definition comes first, so that what is above it is settled already. */
  #definedBefore(block: BlockId, limit: number): boolean {
    return (this.index.occurrences(this.local).get(block) ?? []).some(
      (at) => at < limit && this.#kindAt(block, at) !== "none",
    );
  }

  #firstIs(block: BlockId): "use" | "definition" | "none" {
    for (const at of this.index.occurrences(this.local).get(block) ?? []) {
      const kind = this.#kindAt(block, at);
      if (kind !== "none") return kind;
    }
    return "none";
  }

  #kindAt(block: BlockId, at: number): "use" | "definition" | "none" {
    const instruction = this.index.instruction(block, at);
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

  /** The stretches of a block's instructions over which the local is live, ascending: from its definition (-1: from before) to its last use (Infinity: to the end). */
  intervals(block: BlockId): readonly LiveInterval[] {
    let found = this.#intervals.get(block);
    if (found === undefined) this.#intervals.set(block, (found = this.#computeIntervals(block)));
    return found;
  }

  #computeIntervals(block: BlockId): LiveInterval[] {
    const found: LiveInterval[] = [];
    let from = -1;
    let to = -1;
    const throwing = this.#liveAtThrow.has(block) ? (this.index.unwindEdges[block]?.at ?? []) : [];
    const close = (end: number): void => {
      // Not only the last interrupt of the block: each definition ends the life of the value before it, up to which calls throw.
      to = Math.max(to, lastBefore(throwing, end) ?? -1);
      if (to > from || (from === -1 && to >= 0)) found.push({ from, to });
    };
    for (const at of this.index.occurrences(this.local).get(block) ?? []) {
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

  /** Blocks in which the local is live somewhere. */
  blocks(): Iterable<BlockId> {
    return new Set([...this.#liveOut, ...this.#liveAtThrow, ...this.index.occurrences(this.local).keys()]);
  }

  /** The first use after a point of a block, within the block. */
  nextUse(block: BlockId, after: number): number | undefined {
    return (this.index.occurrences(this.local).get(block) ?? []).find(
      (at) => at > after && this.#kindAt(block, at) === "use",
    );
  }
}

/** The last number of an ascending list that is less than `limit`. */
function lastBefore(numbers: readonly number[], limit: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return numbers[low - 1];
}
