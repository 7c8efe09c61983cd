import type { TSESTree } from "@typescript-eslint/types";
import { assertWellFormed } from "../../../src/checker/graph/assert-well-formed.js";
import type { ControlFlowGraph } from "../../../src/checker/ir/control-flow-graph.js";
import { lowerBody } from "../../../src/checker/lower/body.js";
import { FileContext } from "../../../src/checker/lower/builder/file-context.js";
import { mayHoldLinear } from "../../../src/checker/lower/may-hold-linear.js";
import type { TypeOracle } from "../../../src/checker/oracle/type-oracle.js";
import { analyzeScopes } from "../../../src/checker/scope/analyze-scopes.js";

/** The graphs of the bodies that may hold something linear, inner ones first, each well formed. */
export function lowerBodies(program: TSESTree.Program, oracle: TypeOracle): ControlFlowGraph[] {
  const scopes = analyzeScopes(program);
  const context = new FileContext(oracle, scopes, {});
  const graphs: ControlFlowGraph[] = [];
  for (const body of scopes.bodies) {
    // Whether a body matters depends on what those inside of it captured.
    if (!mayHoldLinear(context, body)) continue;
    const graph = lowerBody(context, body);
    assertWellFormed(graph);
    graphs.push(graph);
  }
  return graphs;
}
