import { ControlFlow } from "../graph/control-flow.js";
import { solveObligation } from "../dataflow/obligations/obligation.js";
import { ResourceEvents } from "../dataflow/obligations/resource-events.js";
import type { ControlFlowGraph } from "../ir/control-flow-graph.js";
import type { Escape, Release, Resource } from "../ir/resource.js";
import { fateOf } from "../ir/fate.js";
import type { Held } from "../points-to/points-to.js";
import type { TypeOracle } from "../oracle/type-oracle.js";
import type { ScopeAnalysis } from "../scope/analyze-scopes.js";
import type { Binding } from "../scope/binding.js";
import type { Body } from "../scope/body.js";
import { lowerFunction } from "./lower-function.js";

/** What a function does with a resource that comes to it as a parameter, or in its `this`. */
export interface OperandSummary {
  /** Where it is released, on some way. */
  readonly release: Release | undefined;
  /** It is released on every way out. */
  readonly always: boolean;
  /** Where it gets out of the function's hands otherwise, but for being returned. */
  readonly escape: Escape | undefined;
  /** Where in the result it is. */
  readonly returned: readonly string[] | undefined;
}

/**
 * Summarises what a function does with a resource of its caller's.
 *
 * Some way is enough: that another way misses the release is the function's own affair. (Checker Framework's inference asks
 * the same question, and finds 85% of what people annotate.)
 *
 * @param binding the parameter, or the function's `this`
 * @param held which resource it is, and where in the value
 */
export function summarizeOperand(
  scopes: ScopeAnalysis,
  oracle: TypeOracle,
  body: Body,
  binding: Binding,
  { facts, path }: Held,
): OperandSummary {
  const acquisition = { facts, what: { kind: "result", path }, reasons: [] } as const;
  const followed = new Map([[binding, { acquisition, owner: "caller", caughtOutside: false } as const]]);
  const graph = lowerFunction(scopes, oracle, body, followed);
  const resource = ofCaller(graph);
  if (resource === undefined) return { release: undefined, always: false, escape: undefined, returned: undefined };
  const fate = fateOf(graph.blocks, resource.place);
  const returns = fate.escapes.filter(({ how }) => how.kind === "return");
  return {
    release: fate.releases[0],
    always: fate.releases.length > 0 && isAlwaysReleased(graph, resource),
    escape: fate.escapes.find(({ how }) => how.kind !== "return"),
    returned: returns[0] === undefined ? undefined : fate.pathIn(returns[0].place),
  };
}

function ofCaller({ blocks }: ControlFlowGraph): Resource | undefined {
  for (const { instructions } of blocks)
    for (const instruction of instructions)
      if (instruction.kind === "acquire" && instruction.resource.owner === "caller") return instruction.resource;
  return undefined;
}

function isAlwaysReleased(graph: ControlFlowGraph, resource: Resource): boolean {
  const controlFlow = new ControlFlow(graph);
  const result = solveObligation(new ResourceEvents(controlFlow), resource);
  const exits = controlFlow.order.filter((block) => controlFlow.block(block).terminal.kind === "return");
  return exits.every((block) => {
    const entry = result.entry(block);
    if (entry === undefined) return true;
    return [...result.analysis.walk(block, entry, {}).keys()].every((status) => status === "released");
  });
}
