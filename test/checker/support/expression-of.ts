import assert from "node:assert/strict";
import type { TSESTree } from "@typescript-eslint/types";
import { parse } from "@typescript-eslint/typescript-estree";

/** The expression that a text is; private names are allowed in it. */
export function expressionOf(text: string): TSESTree.Expression {
  const { body } = parse(`class C { #a; async *m() { (${text}); } }`, { range: true });
  const [declaration] = body;
  assert.ok(declaration?.type === "ClassDeclaration");
  const method = declaration.body.body[1];
  assert.ok(method?.type === "MethodDefinition" && method.value.type === "FunctionExpression");
  const [statement] = method.value.body.body;
  assert.ok(statement?.type === "ExpressionStatement");
  return statement.expression;
}
