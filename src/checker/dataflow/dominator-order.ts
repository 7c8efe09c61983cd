import type { BlockId } from "../ir/block-id.js";
import { successors } from "../ir/terminal.js";
import { dominatorTree, type DominatorTree } from "../graph/dominators.js";
import type { ControlFlow } from "../graph/control-flow.js";
import { countUnwindDepths, type UnwindDepths } from "./unwind-depths.js";

/** The dominator tree of a graph, and where exceptions lead in it. */
export class DominatorOrder {
  readonly dominators: DominatorTree;
  readonly unwindDepths: UnwindDepths;

  constructor(graph: ControlFlow) {
    this.dominators = dominatorTree(
      graph.size,
      graph.graph.entry,
      (id) => {
        const run = graph.unwindEdges[id];
        const next = successors(graph.block(id).terminal);
        return run === undefined ? next : [...next, run.target];
      },
      (id) => (graph.incoming[id] ?? []).map(({ from }) => from),
    );
    this.unwindDepths = countUnwindDepths(this.dominators, graph.incoming);
  }

  /** A block's position in the order in which what it dominates follows it. */
  preorder(block: BlockId): number {
    return this.dominators.position[block] ?? -1;
  }

  /** Where what a block dominates ends in that order. */
  subtreeEnd(block: BlockId): number {
    return this.dominators.subtreeEnd[block] ?? -1;
  }

  /** Whether a block can be reached without an exception from one that dominates it. */
  reachedNormally(from: BlockId, to: BlockId): boolean {
    return this.unwindDepths.must[from] === this.unwindDepths.must[to];
  }

  /** Whether a block can be reached by way of an exception from one that dominates it. */
  reachedByUnwind(from: BlockId, to: BlockId): boolean {
    return this.unwindDepths.may[from] !== this.unwindDepths.may[to];
  }
}
