import type { TSESTree } from "@typescript-eslint/types";
import type { Binding } from "../../scope/binding.js";
import type { Body } from "../../scope/body.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { textOf } from "../builder/transfer.js";
import type { Value } from "../builder/value.js";

/** MC0521: a value bound to its task is stored in a variable that lives outside of the function that was lent the task. */
export function checkEscape(
  b: FunctionBuilder,
  target: TSESTree.Expression,
  source: TSESTree.Expression,
  value: Value,
): void {
  const binding = rootBinding(b, target);
  if (binding === undefined || binding.body === b.body || binding.kind === "this") return;
  const bound = value.kind === "none" ? isTaskParameter(b, source) : value.facts.taskBound;
  if (!bound || !leavesTask(b, binding)) return;
  b.reportError(source, { code: "MC0521", place: textOf(source), how: "stored", callee: undefined, use: binding.node });
}

/** MC0521 for `outer.push(fd)`: the receiver keeps what it was given. */
export function checkKept(
  b: FunctionBuilder,
  receiver: TSESTree.Expression,
  argument: TSESTree.Expression,
  value: Value,
): void {
  const binding = rootBinding(b, receiver);
  if (binding === undefined || binding.body === b.body || binding.kind === "this" || value.kind !== "place") return;
  if (value.facts.ownership !== "owned" || !value.facts.taskBound || !leavesTask(b, binding)) return;
  b.reportError(argument, { code: "MC0521", place: value.text, how: "stored", callee: undefined, use: binding.node });
}

function rootBinding(b: FunctionBuilder, target: TSESTree.Expression): Binding | undefined {
  let at = target;
  while (at.type === "MemberExpression") at = at.object;
  return at.type === "Identifier" ? b.context.scopes.bindingOf.get(at) : undefined;
}

function isTaskParameter(b: FunctionBuilder, source: TSESTree.Expression): boolean {
  const binding = source.type === "Identifier" ? b.context.scopes.bindingOf.get(source) : undefined;
  return binding !== undefined && b.context.factsOf(binding).taskBound;
}

/** Whether a function between here and the variable was lent a task, or the variable is the module's. */
function leavesTask(b: FunctionBuilder, binding: Binding): boolean {
  for (let body: Body | undefined = b.body; body !== undefined && body !== binding.body; body = body.parent) {
    if (body.bindings.some((own) => own.kind === "parameter" && lendsTask(b, own))) return true;
  }
  return binding.body.parent === undefined;
}

function lendsTask(b: FunctionBuilder, parameter: Binding): boolean {
  const facts = b.context.factsOf(parameter);
  return facts.taskBound && facts.ownership !== "owned";
}
