import assert from "node:assert/strict";
import { it } from "node:test";
import type { TSESTree } from "@typescript-eslint/types";
import { parse } from "@typescript-eslint/typescript-estree";
import { isTypeOnly, runningChildren } from "../../../src/checker/syntax/children.js";

/** The kinds of all nodes of a text that may run. */
function kinds(text: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: TSESTree.Node): void => {
    found.add(node.type);
    runningChildren(node).forEach(visit);
  };
  visit(parse(text, { range: true, loc: true, tokens: true, comment: true }));
  return found;
}

it("types run nothing", () => {
  for (const text of ["type A = B<typeof c>;", "interface A extends B { c: D }", "declare function f<T>(x: T): void;"])
    assert.deepEqual([...kinds(text)].sort(), ["Program"], text);
  const found = kinds(
    "function f<T extends A>(x: T): asserts x is B { g<C>(x); } class D<E> extends F<E> implements G {}",
  );
  assert.deepEqual(
    [...found].filter((kind) => kind.startsWith("TS")),
    [],
  );
  for (const kind of ["FunctionDeclaration", "CallExpression", "ClassDeclaration", "Identifier"])
    assert.ok(found.has(kind), kind);
});

it("what is written around a value, and what TypeScript turns into code, runs", () => {
  const found = kinds(
    "x as T; x!; x satisfies T; <T>x; f<T>; namespace N { g(); } enum E { A = h() } class C { constructor(private p = i()) {} }",
  );
  for (const kind of [
    "TSAsExpression",
    "TSNonNullExpression",
    "TSSatisfiesExpression",
    "TSTypeAssertion",
    "TSInstantiationExpression",
    "TSModuleBlock",
    "TSEnumDeclaration",
    "TSParameterProperty",
  ])
    assert.ok(found.has(kind), kind);
});

it("each child once, in the order of its parent's properties, without what the parser adds", () => {
  const [statement] = parse("f(a, ...b);", { range: true, loc: true }).body;
  assert.ok(statement?.type === "ExpressionStatement" && statement.expression.type === "CallExpression");
  const children = runningChildren(statement.expression);
  assert.deepEqual(new Set(children), new Set([statement.expression.callee, ...statement.expression.arguments]));
  assert.equal(children.length, 3);
  assert.equal(isTypeOnly(statement), false);
});
