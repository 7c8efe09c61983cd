import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "@typescript-eslint/typescript-estree";
import { analyzeScopes, type ScopeAnalysis } from "../../../src/checker/scope/analyze-scopes.js";

function scopesOf(text: string): ScopeAnalysis {
  return analyzeScopes(parse(text, { range: true, loc: true }));
}

/** Lines of the declarations that the mentions of a name on a line refer to. */
function refersTo(text: string, name: string, line: number): (number | undefined)[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  return [...scopesOf(text).bindingOf]
    .filter(([node]) => node.type === "Identifier" && node.name === name && lineAt(node.range[0]) === line)
    .map(([, { node }]) => lineAt(node.range[0]));
}

describe("analyzeScopes", () => {
  it("finds the innermost declaration, and the outer one again after the block", () => {
    const text = "let x;\n{\n let x;\n f(x);\n}\nf(x);";
    assert.deepEqual(refersTo(text, "x", 4), [3]);
    assert.deepEqual(refersTo(text, "x", 6), [1]);
  });

  it("hoists var and function declarations", () => {
    const text = "function f() {\n g(x);\n {\n  var x;\n }\n}\nfunction g() {}";
    assert.deepEqual(refersTo(text, "x", 2), [4]);
    assert.deepEqual(refersTo(text, "g", 2), [7]);
  });

  it("takes neither property names nor types for names", () => {
    const text = "const a = 1;\nconst o = { a: 2 };\no.a;\nlet t: typeof a;";
    assert.deepEqual(refersTo(text, "a", 3), []);
    assert.deepEqual(refersTo(text, "a", 4), []);
  });

  it("lists nested bodies before those they are in", () => {
    const { bodies } = scopesOf(
      "function f() { return () => function g() {}; }\nclass C { x = 1; static { y(); } m() {} }",
    );
    assert.deepEqual(
      bodies.map(({ node }) => node.type),
      [
        "FunctionExpression",
        "ArrowFunctionExpression",
        "FunctionDeclaration",
        "PropertyDefinition",
        "StaticBlock",
        "FunctionExpression",
        "Program",
      ],
    );
  });

  it("knows what a body takes from outside, and whether it may own it", () => {
    const { bodies } = scopesOf("function f(x) { return { m() { x; }, a: () => x }; }");
    const [method, arrow] = bodies;
    assert.deepEqual([method?.isClosure, arrow?.isClosure], [false, true]);
    assert.deepEqual(
      [...(arrow?.outer.keys() ?? [])].map(({ name }) => name),
      ["x"],
    );
  });

  it("follows functions from name to name", () => {
    const { bindingOf } = scopesOf("const f = () => 1;\nconst g = c ? f : null;");
    const g = [...bindingOf.values()].find(({ name }) => name === "g");
    assert.deepEqual(
      [...(g?.functions ?? [])].map(({ type }) => type),
      ["ArrowFunctionExpression"],
    );
  });
});
