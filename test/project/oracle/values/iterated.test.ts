import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "../marked.js";

test("iteration: what each step yields", () => {
  const iterated = (type: string, awaited = ""): string => {
    const { oracle, expression } = marked(
      `export async function f(x: ${type}) { for ${awaited} (const y of /*e*/x) { y; } }`,
    );
    const facts = oracle.iterated(expression("e"));
    return `${facts.ownership} ${facts.name}`;
  };
  assert.equal(iterated("Conn[]"), "owned Conn");
  assert.equal(iterated("readonly Ref<Conn>[]").split(" ")[0], "borrow");
  assert.equal(iterated("[Conn, Pair]"), "owned Conn | Pair");
  assert.equal(iterated("Set<Conn>"), "owned Conn");
  assert.equal(iterated("Map<string, Conn>"), "owned [string, Conn]");
  assert.equal(iterated("Generator<Conn, number>"), "owned Conn");
  assert.equal(iterated("Iterable<Conn>"), "owned Conn");
  assert.equal(iterated("AsyncGenerator<Conn>", "await"), "owned Conn");
  assert.equal(iterated("Promise<Conn>[]", "await"), "owned Conn");
  assert.equal(iterated("string").split(" ")[0], "none");
  assert.equal(iterated("number[]").split(" ")[0], "none");
});
