import type { BlockId } from "../ir/block.js";
import { successors } from "../ir/terminal.js";
import { findDominators, type Dominators } from "./dominators.js";
import type { GraphIndex } from "../dataflow/graph-index.js";
import { countThrowWays, type ThrowWays } from "../dataflow/unwind-depths.js";

/** The dominator tree of a graph, and where exceptions lead in it. */
export class FlowOrder {
  readonly dominators: Dominators;
  readonly ways: ThrowWays;

  constructor(index: GraphIndex) {
    this.dominators = findDominators(
      index.size,
      index.graph.entry,
      (id) => {
        const run = index.runs[id];
        const next = successors(index.block(id).terminal);
        return run === undefined ? next : [...next, run.unwind];
      },
      (id) => (index.incoming[id] ?? []).map(({ from }) => from),
    );
    this.ways = countThrowWays(this.dominators, index.incoming);
  }

  /** A block's position in the order in which what it dominates follows it. */
  first(block: BlockId): number {
    return this.dominators.first[block] ?? -1;
  }

  /** Where what a block dominates ends in that order. */
  last(block: BlockId): number {
    return this.dominators.last[block] ?? -1;
  }

  /** Whether a block can be reached without an exception from one that dominates it. */
  quietly(from: BlockId, to: BlockId): boolean {
    return this.ways.onlyThrown[from] === this.ways.onlyThrown[to];
  }

  /** Whether a block can be reached by way of an exception from one that dominates it. */
  byThrow(from: BlockId, to: BlockId): boolean {
    return this.ways.maybeThrown[from] !== this.ways.maybeThrown[to];
  }
}
