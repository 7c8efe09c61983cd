import type { TSESTree } from "@typescript-eslint/types";
import { lowerExpression, type ExpectedUse } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { BORROWING_CLOSURE } from "../builder/bindings.js";
import { read, use } from "../builder/transfer.js";
import { NONE, type Value } from "../builder/value.js";

/** `x as T`: MC1003 where it takes a value's linearity away, or makes one up. */
export function lowerCast(
  b: FunctionBuilder,
  node: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion,
  expectedUse: ExpectedUse,
): Value {
  let inner: TSESTree.Expression = node.expression;
  while (inner.type === "TSAsExpression" || inner.type === "TSTypeAssertion") inner = inner.expression;
  const value = lowerExpression(b, inner, expectedUse);
  // Whatever a resource is called, it is the same object.
  if (value.kind === "handle") return value;
  const to = b.context.oracle.typeOf(node);
  if (value.kind === "none") {
    if (to.ownership === "owned" && to.dropGlue && isForged(b, inner)) {
      b.reportError(node, { code: "MC1003", how: "forge", place: to.name, type: b.context.oracle.typeOf(inner).name });
    }
    return value;
  }
  const from = value.facts;
  if (from.fnOnce) return value;
  // Through `unknown` a named value gets a second name; a fresh one is only given its type.
  const detour = inner !== node.expression && !isFresh(value);
  const lost = from.ownership === "owned" && ((to.ownership !== "owned" && to.ownership !== "borrow") || detour);
  if (lost || (from.ownership === "borrow" && to.ownership === "owned" && from !== BORROWING_CLOSURE)) {
    read(b, value, node.expression);
    b.reportError(node, {
      code: "MC1003",
      how: "cast",
      place: value.kind === "place" ? value.text : from.name,
      type: to.name,
    });
    // An alias that is not followed: what became of the value is seen at its own name.
    return NONE;
  }
  if (value.kind === "place" && from.ownership === "owned" && to.ownership === "borrow") {
    const loanHolder = b.temporary(node, { ...BORROWING_CLOSURE, name: to.name });
    use(b, value, { kind: "borrow" }, node.expression, loanHolder);
    return { kind: "lent", loanHolder, facts: to, node };
  }
  return { ...value, facts: to };
}

function isFresh(value: Value): boolean {
  return value.kind === "place" && value.path.local.kind === "temporary";
}

/**
 * Whether a cast makes a linear value up from one that is none. An object literal or class that the author
 * gives the type is how such values are made; a second cast of a lost value was reported at the first.
 */
function isForged(b: FunctionBuilder, inner: TSESTree.Expression): boolean {
  switch (inner.type) {
    case "Literal":
      return inner.value !== null || "bigint" in inner || "regex" in inner;
    case "ObjectExpression":
    case "ArrayExpression":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ThisExpression":
      return false;
    case "Identifier":
      if (inner.name === "undefined") return false;
      break;
    default:
  }
  return b.context.oracle.typeOf(inner).ownership === "any";
}
