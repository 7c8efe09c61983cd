import type { TSESTree } from "@typescript-eslint/types";
import type { Ownership, TypeFacts } from "../oracle/type-facts.js";
import type { CallNode, FunctionNode } from "../syntax/nodes.js";
import type { Body } from "../scope/body.js";
import type { FileContext } from "./builder/file-context.js";
import { destructuredParameter } from "./builder/unnamed-parts.js";

/**
 * Whether a body can have anything to do with linear values, without lowering it: by its variables, what it
 * takes from outside, what its calls return, its casts, and what the functions in it captured.
 */
export function mayHoldLinear(context: FileContext, body: Body): boolean {
  const { oracle } = context;
  if (body.children.some((child) => (context.captures.get(child.node)?.length ?? 0) > 0)) return true;
  for (const binding of body.bindings) if (matters(context.factsOf(binding))) return true;
  for (const binding of body.outer.keys())
    if (matters(context.factsOf(binding)) || holdsCaptures(context, binding.functions)) return true;
  if (isFunction(body.node) && body.node.params.some((parameter) => holdsUnnamed(context, parameter))) return true;
  if (body.receiver !== undefined && matters(context.factsOf(body.receiver))) return true;
  return (
    body.calls.some(
      (call) =>
        tracked(oracle.typeOf(call).ownership) ||
        passesByName(context, call) ||
        oracle.call(call).parameters.some(({ sends, passes }) => sends || passes === "move"),
    ) || body.conversions.some((cast) => tracked(oracle.typeOf(cast).ownership))
  );
}

/** Whether a function is passed by name where its ownership is another than what is expected. */
function passesByName({ oracle }: FileContext, call: CallNode): boolean {
  if (!("arguments" in call)) return false;
  return call.arguments.some(
    (argument, index) =>
      (argument.type === "Identifier" || argument.type === "MemberExpression") &&
      oracle.call(call).parameters[index]?.callback.calls !== "value" &&
      oracle.variance(argument) !== undefined,
  );
}

function holdsUnnamed({ oracle }: FileContext, parameter: TSESTree.Parameter): boolean {
  const pattern = destructuredParameter(parameter);
  return pattern !== undefined && tracked(oracle.typeOf(pattern).ownership);
}

function isFunction(node: Body["node"]): node is FunctionNode {
  return "params" in node;
}

function matters(facts: TypeFacts): boolean {
  return tracked(facts.ownership) || facts.fnOnce || facts.taskBound;
}

function tracked(ownership: Ownership): boolean {
  return ownership === "owned" || ownership === "borrow";
}

function holdsCaptures(context: FileContext, functions: Body["bindings"][number]["functions"]): boolean {
  for (const node of functions) if ((context.captures.get(node)?.length ?? 0) > 0) return true;
  return false;
}
