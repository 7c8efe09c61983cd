import type { ControlFlowGraph } from "../ir/control-flow-graph.js";
import { lowerBody } from "../lower/body.js";
import { FileContext } from "../lower/builder/file-context.js";
import type { AcquiredParameter } from "../points-to/points-to.js";
import type { TypeOracle } from "../oracle/type-oracle.js";
import type { ScopeAnalysis } from "../scope/analyze-scopes.js";
import type { Binding } from "../scope/binding.js";
import type { Body } from "../scope/body.js";

/**
 * Lowers one function, and the functions in it first.
 *
 * @param followed names whose resources are looked at, whoever has to release them
 */
export function lowerFunction(
  scopes: ScopeAnalysis,
  oracle: TypeOracle,
  body: Body,
  followed: ReadonlyMap<Binding, AcquiredParameter>,
): ControlFlowGraph {
  const within = withNested(body);
  const context = new FileContext(oracle, scopes, {}, { bodies: within, parameters: followed });
  for (const nested of within) if (nested !== body && context.pointsTo.concerns(nested)) lowerBody(context, nested);
  return lowerBody(context, body);
}

/** A body and those in it, nested ones first. */
function withNested(body: Body): Body[] {
  return [...body.children.flatMap(withNested), body];
}
