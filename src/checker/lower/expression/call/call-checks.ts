import type { TSESTree } from "@typescript-eslint/types";
import type { ParameterFacts } from "../../../oracle/call-facts.js";
import type { Binding } from "../../../scope/binding.js";
import type { FunctionBuilder } from "../../builder/function-builder.js";
import { textOf, transfer } from "../../builder/transfer.js";
import type { Value } from "../../builder/value.js";

/** MC0525: a closure that consumes what it captured goes where it may be called again. */
export function checkClosureArgument(
  b: FunctionBuilder,
  value: Value,
  parameter: ParameterFacts,
  node: TSESTree.Expression,
  callee: string,
): void {
  const captures = b.context.captures.get(node) ?? [];
  if (value.kind === "place" && value.facts.fnOnce && parameter.callback.calls === "many") {
    const moved = captures.find(({ mode }) => mode === "move");
    b.reportError(node, {
      code: "MC0525",
      captured: moved?.binding.name ?? value.text,
      callee,
      use: moved?.use ?? node,
    });
  }
  if (!parameter.callback.outlives) return;
  for (const [binding, use] of outerBindings(b, node)) {
    if (b.context.factsOf(binding).taskBound)
      b.reportError(node, { code: "MC0521", place: binding.name, how: "captured", callee, use });
  }
}

/**
 * Puts a closure that owns what it captured into a destination whose type says how often it is called: MC0525 unless that is
 * `Once<F>`. Either way nobody here owes it any more.
 *
 * @returns false when the destination's type says nothing, or the value is no such closure
 */
export function storeFnOnce(b: FunctionBuilder, value: Value, node: TSESTree.Expression): boolean {
  if (value.kind !== "place" || !value.facts.fnOnce) return false;
  const destination = b.context.oracle.contextualType(node);
  if (destination?.fnOnce !== true && destination?.callable !== true) return false;
  if (!destination.fnOnce) {
    const moved = (b.context.captures.get(node) ?? []).find(({ mode }) => mode === "move");
    b.reportError(node, {
      code: "MC0525",
      captured: moved?.binding.name ?? value.text,
      callee: undefined,
      use: moved?.use ?? node,
    });
  }
  transfer(b, value, "move", { kind: "store" }, node);
  return true;
}

/** What a function reaches outside of itself, tracked or not: a task is only lent and never tracked. */
function outerBindings(b: FunctionBuilder, node: TSESTree.Expression): Map<Binding, TSESTree.Node> {
  const { bodyOf, bindingOf } = b.context.scopes;
  const functions = node.type === "Identifier" ? [...(bindingOf.get(node)?.functions ?? [])] : [node];
  const found = new Map<Binding, TSESTree.Node>();
  const bodies = functions.map((each) => bodyOf.get(each)).filter((body) => body !== undefined);
  const inside = new Set(bodies);
  for (const body of inside) {
    for (const child of body.children) inside.add(child);
    for (const [binding, use] of body.outer) if (!found.has(binding)) found.set(binding, use);
  }
  for (const binding of found.keys()) if (inside.has(binding.body)) found.delete(binding);
  return found;
}

/** MC0277: what goes to another task must be Send, at any depth; whether it was reported. */
export function checkSend(b: FunctionBuilder, value: Value, node: TSESTree.Expression): boolean {
  const obstacle = b.context.oracle.sendObstacle(node);
  if (obstacle === undefined) return false;
  const place = value.kind === "place" ? value.text : textOf(node);
  b.reportError(node, { code: "MC0277", place, type: b.context.oracle.typeOf(node).name, obstacle });
  return true;
}
