import type { ControlFlow } from "../../graph/control-flow.js";
import { dominatorTree, type DominatorTree } from "../../graph/dominators.js";
import { IncomingEdgeIndexes } from "./incoming-edge-index.js";
import type { OccurrenceMap } from "../occurrences.js";
import { UnwindDepths } from "./unwind-depths.js";

/**
 * What the analyses of single locals look up in the graph of their function, each part made from those before it.
 *
 * A plain record: nothing in it refers back to it, so what takes one part does not take them all.
 */
export interface FlowIndex {
  readonly controlFlow: ControlFlow;
  readonly occurrences: OccurrenceMap;
  readonly dominators: DominatorTree;
  readonly unwindDepths: UnwindDepths;
  readonly incomingEdges: IncomingEdgeIndexes;
}

/** Indexes the control flow of a function, in time linear in its edges. */
export function indexFlow(controlFlow: ControlFlow, occurrences: OccurrenceMap): FlowIndex {
  const dominators = dominatorTree(
    controlFlow.size,
    controlFlow.graph.entry,
    (block) => controlFlow.successors(block),
    (block) => (controlFlow.incoming[block] ?? []).map(({ from }) => from),
  );
  const unwindDepths = new UnwindDepths(dominators, controlFlow.incoming);
  const incomingEdges = new IncomingEdgeIndexes(controlFlow, dominators, unwindDepths);
  return { controlFlow, occurrences, dominators, unwindDepths, incomingEdges };
}
