import type { TSESTree } from "@typescript-eslint/types";

/** Whether evaluating an expression can neither throw nor move anything by itself. */
export function isPure(node: TSESTree.Node): boolean {
  let at = node;
  for (;;) {
    switch (at.type) {
      case "Identifier":
      case "ThisExpression":
      case "Literal":
        return true;
      case "MemberExpression":
        if (at.computed && at.property.type !== "Literal" && at.property.type !== "Identifier") return false;
        at = at.object;
        break;
      case "UnaryExpression":
        if (at.operator === "delete") return false;
        at = at.argument;
        break;
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "ChainExpression":
        at = at.expression;
        break;
      default:
        return false;
    }
  }
}
