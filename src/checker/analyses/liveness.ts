import type { BlockId } from "../cfg/block.js";
import type { Local } from "../cfg/local.js";
import type { GraphIndex } from "../solve/graph-index.js";

/**
 * Where the value that a local holds may still be used. A local of a function's length of blocks costs only
 * the blocks between its definition and its uses.
 *
 * Source: `rustc_borrowck::type_check::liveness`.
 */
export class Liveness {
  /** Blocks at whose end the local is live. */
  readonly #liveOut = new Set<BlockId>();

  constructor(
    readonly index: GraphIndex,
    readonly local: Local,
  ) {
    const stack: BlockId[] = [];
    const enter = (block: BlockId): void => {
      for (const { from } of index.incoming[block] ?? []) {
        if (this.#liveOut.has(from)) continue;
        this.#liveOut.add(from);
        if ((index.events(local).get(from) ?? []).length === 0) stack.push(from);
        else if (this.#firstIs(from) === "none") stack.push(from);
      }
    };
    for (const block of index.events(local).keys()) if (this.#firstIs(block) === "use") enter(block);
    for (let block = stack.pop(); block !== undefined; block = stack.pop()) enter(block);
  }

  #firstIs(block: BlockId): "use" | "definition" | "none" {
    for (const at of this.index.events(this.local).get(block) ?? []) {
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
      case "flow":
      case "fill":
        return "use";
      case "storage-live":
        return "definition";
      case "assign":
        return instruction.place.parent === undefined && this.local.facts.ownership === "borrow" ? "definition" : "none";
      default:
        return "none";
    }
  }

  /** The last instruction of the block up to which the local is live, seen from right after `after`; `after` when it is not. */
  liveUntil(block: BlockId, after: number): number {
    let last = after;
    for (const at of this.index.events(this.local).get(block) ?? []) {
      if (at <= after) continue;
      const kind = this.#kindAt(block, at);
      if (kind === "definition") return last;
      if (kind === "use") last = at;
    }
    return this.#liveOut.has(block) ? Infinity : last;
  }

  /** The first use after a point of a block, within the block. */
  nextUse(block: BlockId, after: number): number | undefined {
    return (this.index.events(this.local).get(block) ?? []).find((at) => at > after && this.#kindAt(block, at) === "use");
  }
}
