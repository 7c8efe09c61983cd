import { indexFlow, type FlowIndex } from "../../../src/checker/dataflow/sparse/flow-index.js";
import { OccurrenceMap } from "../../../src/checker/dataflow/occurrences.js";
import { ControlFlow } from "../../../src/checker/graph/control-flow.js";
import type { ControlFlowGraph } from "../../../src/checker/ir/control-flow-graph.js";

/** The control flow of a graph, indexed. */
export function flowOf(graph: ControlFlowGraph): FlowIndex {
  const controlFlow = new ControlFlow(graph);
  return indexFlow(controlFlow, new OccurrenceMap(controlFlow));
}
