import assert from "node:assert/strict";
import { it } from "node:test";
import { isPure } from "../../../src/checker/syntax/is-pure.js";
import { expressionOf } from "../support/expression-of.js";

it("names, literals, members and what is written around them can neither throw nor move", () => {
  for (const text of [
    "x",
    "this",
    "1",
    "'a'",
    "null",
    "p.a.b",
    "p[0]",
    "p[i]",
    "p?.a",
    "!x",
    "-x",
    "typeof x",
    "void x",
  ])
    assert.equal(isPure(expressionOf(text)), true, text);
  for (const text of ["x as T", "x!", "x satisfies T", "<T>x", "(x as T).a!"])
    assert.equal(isPure(expressionOf(text)), true, text);
});

it("what runs code, or makes something, can", () => {
  for (const text of ["f()", "new C()", "await x", "yield x", "p.f().a", "p[f()]", "x = 1", "x++", "delete p.a", "[x]"])
    assert.equal(isPure(expressionOf(text)), false, text);
  for (const text of ["{ a: 1 }", "() => x", "`a${x}`", "c ? x : y", "x && y", "x + y", "f`a`", "(f(), x)", "f() as T"])
    assert.equal(isPure(expressionOf(text)), false, text);
});
