import assert from "node:assert/strict";
import { test } from "node:test";
import { AST_NODE_TYPES } from "@typescript-eslint/types";
import type { Test } from "../../../../src/checker/oracle/refinement.js";
import { marked } from "../marked.js";

const declarations = `
  interface Errno { readonly ok: false; readonly code: "EMFILE" }
  interface Good extends Linear { readonly ok: true; read(): void }
  type Variant = { kind: "open"; conn: Conn } | { kind: "closed" } | { kind: "half"; conn?: Conn };
  class Holder { conn = make(); } class Empty { nothing = 1; }
  declare function isGood(x: unknown): x is Good;
`;

/** The answer for both outcomes. */
function refine(
  type: string,
  text: string,
  test: (find: ReturnType<typeof marked>) => Test,
): [whenTrue: boolean, whenFalse: boolean] {
  const found = marked(`${declarations}\nexport function f(x: ${type}) { /*x*/x; ${text}; }`);
  const subject = found.expression("x");
  const resolved = test(found);
  return [found.oracle.refine(subject, resolved, true), found.oracle.refine(subject, resolved, false)];
}

test("truth", () => {
  const truthy = (type: string, property?: string) =>
    refine(type, "", () => ({ kind: "truthy", ...(property === undefined ? {} : { property }) }));
  assert.deepEqual(truthy("Conn | null"), [true, false]);
  assert.deepEqual(truthy("Conn | undefined"), [true, false]);
  assert.deepEqual(truthy("Conn"), [true, false]);
  assert.deepEqual(truthy("Good | Errno", "ok"), [true, false]);
  assert.deepEqual(truthy("Good | Errno | null", "ok"), [true, false]);
  assert.deepEqual(truthy("Conn | Errno"), [true, false]);
  assert.deepEqual(truthy("Conn", "id"), [true, true]);
});

test("equality", () => {
  const equals = (type: string, other: string, loose = false, property?: string) =>
    refine(type, `/*o*/${other}`, ({ expression }) => ({
      kind: "equals",
      other: expression("o"),
      loose,
      ...(property === undefined ? {} : { property }),
    }));
  assert.deepEqual(equals("Conn | null", "null"), [false, true]);
  assert.deepEqual(equals("Conn | undefined", "undefined"), [false, true]);
  assert.deepEqual(equals("Conn | undefined", "null", true), [false, true]);
  assert.deepEqual(equals("Variant", "'open'", false, "kind"), [true, true]);
  assert.deepEqual(equals("Variant", "'closed'", false, "kind"), [false, true]);
  assert.deepEqual(equals("{ kind: 'open'; conn: Conn } | { kind: 'closed' }", "'open'", false, "kind"), [true, false]);
  assert.deepEqual(equals("Good | Errno", "true", false, "ok"), [true, false]);
  assert.deepEqual(equals("Good | Errno", "false", false, "ok"), [false, true]);
  assert.deepEqual(equals("Conn | 0", "0"), [false, true]);
});

test("typeof", () => {
  const typeOf = (type: string, name: string) => refine(type, "", () => ({ kind: "typeof", name }));
  assert.deepEqual(typeOf("Conn | string", "string"), [false, true]);
  assert.deepEqual(typeOf("Conn | undefined", "undefined"), [false, true]);
  assert.deepEqual(typeOf("Conn | (() => void)", "function"), [false, true]);
  assert.deepEqual(typeOf("Conn | string", "object"), [true, false]);
});

test("in", () => {
  const inside = (type: string, name: string) => refine(type, "", () => ({ kind: "in", name }));
  assert.deepEqual(inside("Good | Errno", "read"), [true, false]);
  assert.deepEqual(inside("Good | Errno", "code"), [false, true]);
  assert.deepEqual(inside("Variant", "conn"), [true, true]);
});

test("instanceof and guards", () => {
  const instance = (type: string, name: string) =>
    refine(type, `/*o*/${name}`, ({ expression }) => ({ kind: "instanceof", constructor: expression("o") }));
  assert.deepEqual(instance("Holder | Empty", "Holder"), [true, false]);
  assert.deepEqual(instance("Holder | Empty", "Empty"), [false, true]);
  const guard = (type: string) =>
    refine(type, "/*o*/isGood(x)", ({ find }) => ({
      kind: "guard",
      call: find("o", AST_NODE_TYPES.CallExpression),
      argument: 0,
    }));
  assert.deepEqual(guard("Good | Errno"), [true, false]);
});

test("in doubt it may hold something", () => {
  assert.deepEqual(
    refine("Conn | null", "/*o*/nowhere()", ({ find }) => ({
      kind: "guard",
      call: find("o", AST_NODE_TYPES.CallExpression),
      argument: 0,
    })),
    [true, true],
  );
});

test("one member", () => {
  type Answers = [whenTrue: boolean, whenFalse: boolean];
  const member = (type: string, kind: string, name: string): Answers => {
    const { oracle, expression } = marked(`${declarations}\nexport function f(x: ${type}) { /*x*/x; /*o*/${kind}; }`);
    const test: Test = { kind: "equals", property: "kind", other: expression("o"), loose: false };
    return [oracle.refine(expression("x"), test, true, name), oracle.refine(expression("x"), test, false, name)];
  };
  const either = "{ kind: 'a'; one: Conn } | { kind: 'b'; one: Conn; two: Conn }";
  assert.deepEqual(member(either, "'a'", "one"), [true, true]);
  assert.deepEqual(member(either, "'a'", "two"), [false, true]);
  assert.deepEqual(member(either, "'b'", "two"), [true, false]);
  assert.deepEqual(member("{ kind: 'a'; one?: undefined } | { kind: 'b'; one: Conn }", "'a'", "one"), [false, true]);
});

test("exhausted", () => {
  const exhausted = (type: string, ...others: string[]): boolean => {
    const marks = others.map((other, index) => `/*o${index}*/${other};`).join(" ");
    const { oracle, expression } = marked(
      `enum Colour { Red, Blue }\nexport function f(x: ${type}) { /*x*/x; ${marks} }`,
    );
    return oracle.exhausted(
      expression("x"),
      others.map((_, index) => expression(`o${index}`)),
    );
  };
  assert.equal(exhausted("'a' | 'b'", "'a'", "'b'"), true);
  assert.equal(exhausted("'a' | 'b'", "'a'"), false);
  assert.equal(exhausted("'a' | 'b' | undefined", "'a'", "'b'"), false);
  assert.equal(exhausted("boolean", "true", "false"), true);
  assert.equal(exhausted("Colour", "Colour.Red", "Colour.Blue"), true);
  assert.equal(exhausted("string", "'a'"), false);
  assert.equal(exhausted("number"), false);
});
