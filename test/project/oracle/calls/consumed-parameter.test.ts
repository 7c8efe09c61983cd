import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "../marked.js";

test("the parameter that ends in a consumer: by the expected signature or by the function's own predicate", () => {
  const { oracle, functions } = marked(`
    const arrow: Consume<Conn, "arrow", [other: Conn]> = (c, other) => {};
    const expression: Consume<Conn, "expression"> = function (c) {};
    const inObject: { readonly end: Consume<Conn, "end"> } = { end: (c) => {} };
    function narrowing(x: unknown): asserts x is Conn {}
    function plain(c: Conn) {}
    const annotated = (n: number, c: Conn): void => {};
    export { arrow, expression, inObject, narrowing, plain, annotated };`);
  assert.deepEqual(
    functions().map((node) => oracle.consumedParameter(node)),
    [0, 0, 0, undefined, undefined, undefined],
  );
});
