import type TypeScript from "typescript";
import type { OracleContext } from "../context.js";
import { isEvolving } from "../narrowing/evolving.js";

/**
 * Whether a contextual type says nothing, though nobody wrote `any`: `const [a, b] = [x, y]` gives the literal's elements the
 * contextual type `any`, and so does a variable whose type evolves with what is written to it.
 */
export function isUninformative(
  { ts, checker, program }: OracleContext,
  node: TypeScript.Node,
  destination: TypeScript.Type,
): boolean {
  if ((destination.flags & ts.TypeFlags.Any) === 0) return false;
  let at = node;
  while (isPartOfValue(ts, at.parent)) at = at.parent;
  const { parent } = at;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent))
    return !ts.isIdentifier(parent.name) && parent.type === undefined;
  if (ts.isBinaryExpression(parent) && parent.right === at) {
    const declaration = ts.isIdentifier(parent.left)
      ? checker.getSymbolAtLocation(parent.left)?.valueDeclaration
      : undefined;
    return declaration !== undefined && isEvolving(ts, program, declaration);
  }
  return ts.isBindingElement(parent) && parent.initializer === at;
}

/** Whether the values in a node are, or are parts of, the value of the node. */
function isPartOfValue(ts: typeof TypeScript, node: TypeScript.Node): boolean {
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isConditionalExpression(node) ||
    (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
  );
}
