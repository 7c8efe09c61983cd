import type { TSESTree } from "@typescript-eslint/types";
import { FunctionAnalysis } from "./analysis/function-analysis.js";
import type { CheckOptions } from "./check-options.js";
import type { CheckResult } from "./check-result.js";
import { checkBorrowConflicts } from "./checks/borrow-conflicts.js";
import { checkLeaks } from "./checks/leaks.js";
import { checkMoveOfLent } from "./checks/move-of-lent.js";
import { reportLoweringErrors } from "./checks/lowering-errors.js";
import { checkResources } from "./checks/resources/resources.js";
import { checkUseAfterMove } from "./checks/use-after-move.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import type { Unsupported } from "./ir/unsupported.js";
import { assertWellFormed } from "./graph/assert-well-formed.js";
import { lowerBody } from "./lower/body.js";
import { FileContext } from "./lower/builder/file-context.js";
import { mayHoldLinear } from "./lower/may-hold-linear.js";
import type { TypeOracle } from "./oracle/type-oracle.js";
import { analyzeScopes } from "./scope/analyze-scopes.js";
import { compareSpans } from "./syntax/span.js";

/**
 * The first passes: lowers the functions of a file that may hold something linear, its module body among them.
 *
 * @param program the file's ESTree, with ranges; parent links are not needed
 * @param oracle answers about the types of its nodes
 * @returns one function after the other, nested ones first; each is solved when something is asked of it
 */
export function* analyseFunctions(
  program: TSESTree.Program,
  oracle: TypeOracle,
  options: CheckOptions,
): Generator<FunctionAnalysis, void, undefined> {
  // 1. Names, and the bodies of code.
  const scopes = analyzeScopes(program);
  const context = new FileContext(oracle, scopes, options);
  for (const body of scopes.bodies) {
    // 2. Bodies that can't hold anything linear are done.
    if (options.lowerAll !== true && !mayHoldLinear(context, body) && !context.pointsTo.concerns(body)) continue;
    // 3. Lowering to a graph; what a body captures is known after it.
    const graph = lowerBody(context, body);
    if (options.validateGraphs === true) assertWellFormed(graph);
    yield new FunctionAnalysis(graph);
  }
}

/** The last passes: what is wrong with each of a file's functions. */
export function checkFunctions(analyses: Iterable<FunctionAnalysis>): CheckResult {
  const diagnostics: Diagnostic[] = [];
  const unsupported: Unsupported[] = [];
  let functions = 0;
  for (const analysis of analyses) {
    functions++;
    unsupported.push(...analysis.graph.unsupported);
    diagnostics.push(...checkFunction(analysis));
  }
  return { diagnostics: sortedUnique(diagnostics), unsupported, functions };
}

/** Dataflow and reports over one function. */
export function checkFunction(analysis: FunctionAnalysis): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  // 4. Maybe moved, maybe to be consumed: a fixpoint per local.
  for (const ownership of analysis.owned()) {
    // 5. Reports: each walks the solved graph once more.
    diagnostics.push(
      ...checkUseAfterMove(ownership),
      ...checkMoveOfLent(ownership),
      ...checkLeaks(analysis, ownership),
    );
  }
  diagnostics.push(...checkBorrowConflicts(analysis), ...reportLoweringErrors(analysis));
  // 6. What has to be released: a fixpoint per resource.
  diagnostics.push(...checkResources(analysis));
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
  return [...unique.values()].sort((a, b) => compareSpans(a.span, b.span) || a.code.localeCompare(b.code));
}
