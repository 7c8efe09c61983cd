import assert from "node:assert/strict";
import { it } from "node:test";
import { parse } from "@typescript-eslint/typescript-estree";
import { nameSpan, spanOf } from "../../../src/checker/syntax/span.js";

it("a node's span is its text; a name's leaves out the annotation", () => {
  const text = "function f(token: Token, { a }: Pair) {}";
  const [statement] = parse(text, { range: true }).body;
  assert.ok(statement?.type === "FunctionDeclaration");
  const [name, pattern] = statement.params;
  assert.ok(name !== undefined && pattern !== undefined);
  const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  assert.equal(cut(spanOf(name)), "token: Token");
  assert.equal(cut(nameSpan(name)), "token");
  assert.equal(cut(nameSpan(pattern)), "{ a }: Pair");
  assert.equal(cut(spanOf(statement)), text);
});
