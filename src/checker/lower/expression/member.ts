import type { TSESTree } from "@typescript-eslint/types";
import { fieldPath } from "../../ir/move-path.js";
import { BORROWING_CLOSURE } from "../builder/bindings.js";
import { fieldName } from "../builder/field-name.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { partOfHandle } from "../builder/handle.js";
import { NONE, type PlaceValue, type Value } from "../builder/value.js";
import { read, textOf, transfer } from "../builder/transfer.js";
import { readExpression } from "./expression.js";
import { ownedResult } from "./literal.js";

/** The field of a value: a place below a place, a reference below a reference. */
export function project(b: FunctionBuilder, value: Value, node: TSESTree.MemberExpression): Value {
  const name = fieldName(b, node);
  if (name === undefined && node.computed) readExpression(b, node.property);
  if (value.kind !== "none" && b.context.oracle.isAccessor(node)) return callGetter(b, value, node);
  switch (value.kind) {
    case "none":
      return keptElsewhere(b, node);
    case "lent":
      return { ...value, facts: b.context.oracle.typeOf(node), node };
    case "place":
      return projectPlace(b, value, node, name);
    case "handle":
      return name === undefined ? NONE : (partOfHandle(b, value, name, node) ?? NONE);
  }
}

/** `o.x` where `x` is an accessor: a call that borrows its receiver, and whose result is new or a reference. */
function callGetter(b: FunctionBuilder, value: Value, node: TSESTree.MemberExpression): Value {
  const facts = b.context.oracle.typeOf(node);
  if (facts.ownership !== "borrow") {
    read(b, value, node.object, { kind: "borrow" });
    b.maybeThrow(node, "call");
    return facts.ownership === "owned" ? ownedResult(b, node, facts) : NONE;
  }
  const loanHolder = b.temporary(node, { ...BORROWING_CLOSURE, name: facts.name });
  transfer(b, value, "borrow", { kind: "receiver", callee: textOf(node) }, node.object, loanHolder);
  b.maybeThrow(node, "call");
  return { kind: "lent", loanHolder, facts, node };
}

/**
 * A linear value in something that no function here owns: a static field, a namespace's variable, a property of a global or of
 * a function. It lives as long as the module and can only be lent.
 */
export function keptElsewhere(b: FunctionBuilder, node: TSESTree.Expression): Value {
  if (!isNamePath(node)) return NONE;
  const facts = b.context.oracle.typeOf(node);
  if (facts.ownership !== "owned" || facts.fnOnce) return NONE;
  return { kind: "lent", loanHolder: b.temporary(node, BORROWING_CLOSURE), facts, node };
}

/** `A.b.c`, without calls: what is made by a call belongs to the caller. */
function isNamePath(node: TSESTree.Expression): boolean {
  let at = skipChain(node);
  while (at.type === "MemberExpression") at = skipChain(at.object);
  return at.type === "Identifier";
}

function skipChain(node: TSESTree.Expression): TSESTree.Expression {
  return node.type === "ChainExpression" || node.type === "TSNonNullExpression" ? node.expression : node;
}

function projectPlace(
  b: FunctionBuilder,
  value: PlaceValue,
  node: TSESTree.MemberExpression,
  name: string | undefined,
): Value {
  const facts = b.context.oracle.typeOf(node);
  if (name === undefined || value.computed) {
    const text = name === undefined ? `${value.text}[_]` : `${value.text}.${name}`;
    return { kind: "place", path: value.path, facts, node, text, computed: true };
  }
  const path = fieldPath(value.path, name);
  return { kind: "place", path, facts, node, text: path.text, computed: false };
}
