import type { TSESTree } from "@typescript-eslint/types";

/** Function expressions and names that the value of an expression may be, through `?:`, `&&`, `||`, `??` and casts. */
export function functionValues(
  expression: TSESTree.Expression,
): (TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression | TSESTree.Identifier)[] {
  const found: (TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression | TSESTree.Identifier)[] = [];
  const stack = [expression];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    switch (node.type) {
      case "FunctionExpression":
      case "ArrowFunctionExpression":
      case "Identifier":
        found.push(node);
        break;
      case "ConditionalExpression":
        stack.push(node.consequent, node.alternate);
        break;
      case "LogicalExpression":
        stack.push(node.left, node.right);
        break;
      case "SequenceExpression": {
        const last = node.expressions.at(-1);
        if (last !== undefined) stack.push(last);
        break;
      }
      case "AssignmentExpression":
        stack.push(node.right);
        break;
      case "TSAsExpression":
      case "TSTypeAssertion":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
        stack.push(node.expression);
        break;
      default:
    }
  }
  return found;
}
