// The core by itself: a parser, an oracle made of names, and no compiler.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "@typescript-eslint/typescript-estree";
import { checkFile } from "../../src/checker/check-file.js";
import { namedOracle } from "./support/named-oracle.js";

function check(text: string): string[] {
  const { diagnostics, unsupported } = checkFile(parse(text, { range: true, loc: true, jsx: true }), namedOracle, {
    validateGraphs: true,
  });
  assert.deepEqual(unsupported, []);
  return diagnostics
    .filter(({ code }) => code !== "MC1004")
    .map(
      ({ code, span }) => `${code} ${text.slice(span.start, span.end)}@${text.slice(0, span.start).split("\n").length}`,
    );
}

describe("checkFile with an oracle that is no compiler", () => {
  it("finds nothing in a file that holds nothing linear, and builds no graph for it", () => {
    const { diagnostics, functions } = checkFile(
      parse("function f(a) { g(a); return a + 1; }", { range: true, loc: true }),
      namedOracle,
    );
    assert.deepEqual({ diagnostics, functions }, { diagnostics: [], functions: 0 });
  });

  it("tells of a use after a move", () => {
    assert.deepEqual(check("function f(t) {\n eat(t);\n eat(t);\n}"), ["MC0382 t@3"]);
  });

  it("tells of one use where several follow the same move", () => {
    assert.deepEqual(check("function f(t) {\n eat(t);\n look(t);\n look(t);\n}"), ["MC0382 t@3"]);
  });

  it("tells of the last of several places after one move, as rustc does", () => {
    assert.deepEqual(check("function f(p) {\n eat(p);\n look(p.a);\n look(p.b);\n}"), ["MC0382 p.b@4"]);
  });

  it("does not count the move itself when another move reaches it first", () => {
    assert.deepEqual(check("function f(t) {\n eat(t);\n while (c) {\n  eat(t);\n }\n}"), ["MC0382 t@4"]);
  });

  it("owes each field by itself", () => {
    assert.deepEqual(check("function f(p) {\n eat(p.a);\n}"), ["MC1001 p@1"]);
    assert.deepEqual(check("function f(p) {\n eat(p.a);\n eat(p.b);\n}"), []);
  });

  it("ends a path at a call that never returns", () => {
    assert.deepEqual(check("function f(t) {\n if (c) { fail(); }\n eat(t);\n}"), []);
  });

  it("keeps a loan for as long as the reference is used", () => {
    assert.deepEqual(check("function f(t) {\n const r = same(t);\n eat(t);\n look(r);\n}"), ["MC0505 t@3"]);
    assert.deepEqual(check("function f(t) {\n const r = same(t);\n look(r);\n eat(t);\n}"), []);
  });

  it("moves what a closure consumes when the closure is made", () => {
    assert.deepEqual(check("function f(t) {\n once(() => { eat(t); });\n look(t);\n}"), ["MC0382 t@3"]);
    assert.deepEqual(check("function f(t) {\n many(() => { eat(t); });\n}"), ["MC0525 () => { eat(t); }@2"]);
  });

  it("carries the state of each way into finally on to where that way goes", () => {
    const text =
      "function f(t) {\n l: for (;;) {\n  try {\n   if (c) break l;\n   eat(t);\n   return;\n  } finally {\n   g();\n  }\n }\n eat(t);\n}";
    assert.deepEqual(check(text), []);
  });

  it("is not stopped by depth: what is nested too deeply is unsupported, long chains are not nested", () => {
    const sum = `eat(t); x = ${new Array<string>(300).fill("a").join(" + ")};`;
    assert.deepEqual(check(`function f(t) { ${sum} }`), []);
    const { unsupported } = checkFile(
      parse(`function f(t) { ${"g(".repeat(410)}1${")".repeat(410)}; eat(t); }`, { range: true, loc: true }),
      namedOracle,
    );
    assert.match(unsupported[0]?.what ?? "", /nested more than \d+ deep/);
  });
});
