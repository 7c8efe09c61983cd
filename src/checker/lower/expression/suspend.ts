import type { TSESTree } from "@typescript-eslint/types";
import { lowerExpression, lowerForDestination } from "./expression.js";
import { ownedResult } from "./literal.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { passingInto, textOf, transfer } from "../builder/transfer.js";
import { NONE, type Value } from "../builder/value.js";

/** `await p`: takes the promise, may throw, and gives what the promise held. */
export function lowerAwait(b: FunctionBuilder, node: TSESTree.AwaitExpression): Value {
  const call = skipCasts(node.argument);
  b.resources.willAwait(call);
  const promise = lowerExpression(b, node.argument, "move");
  const moved = transfer(b, promise, "move", { kind: "await" }, node.argument);
  for (const place of b.resources.operatedOn.get(call) ?? [])
    b.emit({ kind: "operate", place, how: "await", what: textOf(call), node });
  b.maybeThrow(node, "await");
  b.resources.awaited(call);
  if (promise.kind === "none") return NONE;
  if (promise.kind === "handle") return { ...promise, node };
  const facts = b.context.oracle.typeOf(node);
  if (moved === "moved" && facts.ownership === "owned") return ownedResult(b, node, facts);
  if (promise.kind === "lent") return { ...promise, facts };
  return facts.ownership === "borrow" ? { kind: "lent", loanHolder: promise.path.local, facts, node } : NONE;
}

function skipCasts(node: TSESTree.Expression): TSESTree.Expression {
  let at = node;
  while (
    at.type === "TSAsExpression" ||
    at.type === "TSNonNullExpression" ||
    at.type === "TSSatisfiesExpression" ||
    at.type === "TSTypeAssertion" ||
    at.type === "ChainExpression"
  )
    at = at.expression;
  return at;
}

/** `yield x`: gives the value away; an exception or a return may come back. */
export function lowerYield(b: FunctionBuilder, node: TSESTree.YieldExpression): Value {
  if (node.argument) {
    const value = lowerForDestination(b, node.argument);
    transfer(b, value, passingInto(b, value, node.argument), { kind: "yield" }, node.argument);
  }
  b.maybeThrow(node, "yield");
  const facts = b.context.oracle.typeOf(node);
  return facts.ownership === "owned" ? ownedResult(b, node, facts) : NONE;
}
