import type { TSESTree } from "@typescript-eslint/types";
import { lowerExpression, readExpression } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { transfer } from "../builder/transfer.js";
import { NONE, type Value } from "../builder/value.js";

/** JSX: attribute values and children are given to the element, in order of position. */
export function lowerJsx(b: FunctionBuilder, node: TSESTree.JSXElement | TSESTree.JSXFragment): Value {
  if (node.type === "JSXElement") {
    for (const attribute of node.openingElement.attributes) {
      if (attribute.type === "JSXSpreadAttribute") readExpression(b, attribute.argument);
      else if (attribute.value) moveChild(b, attribute.value);
    }
  }
  for (const child of node.children) moveChild(b, child);
  return NONE;
}

function moveChild(b: FunctionBuilder, node: TSESTree.JSXChild | TSESTree.JSXExpression | TSESTree.Literal): void {
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      lowerExpression(b, node, "move");
      return;
    case "JSXExpressionContainer":
    case "JSXSpreadChild": {
      if (node.expression.type === "JSXEmptyExpression") return;
      const value = lowerExpression(b, node.expression, "move");
      const owned = value.kind === "place" && value.facts.ownership === "owned";
      transfer(
        b,
        value,
        owned ? b.context.oracle.expected(node.expression) : "borrow",
        { kind: "store" },
        node.expression,
      );
      return;
    }
    default:
    // Text and string literals.
  }
}
