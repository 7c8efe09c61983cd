import type { TSESTree } from "@typescript-eslint/types";
import { solveOwnership } from "./dataflow/ownership.js";
import type { ControlFlowGraph } from "./ir/control-flow-graph.js";
import { expandLeaves } from "./ir/move-path.js";
import type { CheckOptions } from "./check-options.js";
import type { CheckResult } from "./check-result.js";
import type { Unsupported } from "./ir/unsupported.js";
import { checkBorrowConflicts } from "./checks/borrow-conflicts.js";
import { reportLoweringErrors } from "./checks/lowering-errors.js";
import { checkLeaks } from "./checks/leaks.js";
import { checkUseAfterMove } from "./checks/use-after-move.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { lowerBody } from "./lower/body.js";
import { FileContext } from "./lower/builder/file-context.js";
import { mayHoldLinear } from "./lower/may-hold-linear.js";
import { assertWellFormed } from "./graph/assert-well-formed.js";
import type { TypeOracle } from "./oracle/type-oracle.js";
import { analyzeScopes } from "./scope/analyze-scopes.js";
import { GraphIndex } from "./dataflow/graph-index.js";

/** The passes, in order. */
export function runPipeline(program: TSESTree.Program, oracle: TypeOracle, options: CheckOptions): CheckResult {
  // 1. Names, and the bodies of code.
  const scopes = analyzeScopes(program);
  const context = new FileContext(oracle, scopes, options);
  const diagnostics: Diagnostic[] = [];
  const unsupported: Unsupported[] = [];
  let functions = 0;
  for (const body of scopes.bodies) {
    // 2. Bodies that can't hold anything linear are done.
    if (options.lowerAll !== true && !mayHoldLinear(context, body)) continue;
    functions++;
    // 3. Lowering to a graph; what a body captures is known after it.
    const graph = lowerBody(context, body);
    if (options.validateGraphs === true) assertWellFormed(graph);
    unsupported.push(...graph.unsupported);
    diagnostics.push(...checkGraph(graph));
  }
  return { diagnostics: sortedUnique(diagnostics), unsupported, functions };
}

/** Dataflow and reports over one graph. */
export function checkGraph(graph: ControlFlowGraph): Diagnostic[] {
  for (const local of graph.locals) expandLeaves(local);
  const index = new GraphIndex(graph);
  const diagnostics: Diagnostic[] = [];
  for (const local of graph.locals) {
    if (local.facts.ownership !== "owned" || local.notOwned !== undefined) continue;
    // 4. Maybe moved, maybe owed: a fixpoint per local.
    const result = solveOwnership(index, local);
    // 5. Reports: each walks the solved graph once more.
    diagnostics.push(...checkUseAfterMove(index, result), ...checkLeaks(index, result));
  }
  diagnostics.push(...checkBorrowConflicts(index), ...reportLoweringErrors(index));
  return diagnostics;
}

/** By position, each once: a finalizer is lowered once for each way into it. */
function sortedUnique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unique = new Map(
    diagnostics.map((diagnostic) => [
      `${diagnostic.span.start} ${diagnostic.span.end} ${diagnostic.code} ${diagnostic.message}`,
      diagnostic,
    ]),
  );
  return [...unique.values()].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.code.localeCompare(b.code),
  );
}
