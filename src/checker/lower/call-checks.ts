import type { TSESTree } from "@typescript-eslint/types";
import type { ParameterFacts } from "../oracle/call-facts.js";
import type { FunctionBuilder } from "./function-builder.js";
import { textOf } from "./transfer.js";
import type { Value } from "./value.js";

/** MC0525: a closure that consumes what it captured goes where it may be called again. */
export function checkClosureArgument(b: FunctionBuilder, value: Value, parameter: ParameterFacts, node: TSESTree.Expression, callee: string): void {
  const captures = b.context.captures.get(node) ?? [];
  if (value.kind === "place" && value.facts.callOnce && parameter.callback.calls === "many") {
    const moved = captures.find(({ mode }) => mode === "move");
    b.report(node, { code: "MC0525", captured: moved?.binding.name ?? value.text, callee, use: moved?.use ?? node });
  }
  if (!parameter.callback.outlives) return;
  for (const { binding, use } of captures) {
    if (b.context.factsOf(binding).taskBound) b.report(node, { code: "MC0521", place: binding.name, how: "captured", callee, use });
  }
}

/** MC0277: what goes to another task must be Send, at any depth. */
export function checkSend(b: FunctionBuilder, value: Value, node: TSESTree.Expression): void {
  const obstacle = b.context.oracle.sendObstacle(node);
  if (obstacle === undefined) return;
  const place = value.kind === "place" ? value.text : textOf(node);
  b.report(node, { code: "MC0277", place, type: b.context.oracle.typeOf(node).name, obstacle });
}
