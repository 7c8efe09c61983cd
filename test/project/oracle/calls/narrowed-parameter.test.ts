import assert from "node:assert/strict";
import { test } from "node:test";
import type { CallNode } from "../../../../src/checker/syntax/nodes.js";
import { marked } from "../marked.js";

const declarations = `
  function guard(n: number, c: Conn | null): c is Conn { return c !== null; }
  function asserting(c: Conn | null): asserts c {}
  function generic<T>(x: T): asserts x is NonNullable<T> {}
  function withThis(this: void, c: Conn | null): c is Conn { return c !== null; }
  function consuming(c: Conn): asserts c is Moved<Conn, "consuming"> {}
  function plain(c: Conn): boolean { return true; }
  class Base { isSub(): this is Base { return true; } assertSub(): asserts this is Base {} }`;

test("what a guard or an assertion tests: a parameter or the receiver, unless it is consumed", () => {
  const { oracle, functions } = marked(`import type { Moved } from "../../src/index.js"; ${declarations} export {};`);
  assert.deepEqual(
    functions().map((node) => oracle.narrowedParameter(node)),
    [1, 0, 0, 0, undefined, undefined, "this", "this"],
  );
});

test("a call of it borrows what it tests", () => {
  const passes = (text: string): readonly string[] => {
    const { oracle, expression } = marked(
      `import type { Moved } from "../../src/index.js"; ${declarations} export function f(c: Conn): void { ${text} }`,
    );
    return oracle.call(expression("c") as CallNode).parameters.map((parameter) => parameter.passes);
  };
  assert.deepEqual(passes("/*c*/guard(1, c)"), ["borrow", "borrow"]);
  assert.deepEqual(passes("/*c*/asserting(c)"), ["borrow"]);
  assert.deepEqual(passes("/*c*/generic(c)"), ["borrow"]);
  assert.deepEqual(passes("/*c*/consuming(c)"), ["move"]);
  assert.deepEqual(passes("/*c*/plain(c)"), ["move"]);
});
