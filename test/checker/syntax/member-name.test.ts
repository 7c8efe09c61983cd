import assert from "node:assert/strict";
import { it } from "node:test";
import { memberName } from "../../../src/checker/syntax/member-name.js";
import { expressionOf } from "../support/expression-of.js";

function nameIn(text: string): string | undefined {
  const node = expressionOf(text);
  assert.ok(node.type === "MemberExpression");
  return memberName(node);
}

it("a member's name is known where it is written", () => {
  assert.equal(nameIn("p.a"), "a");
  assert.equal(nameIn("p.then"), "then");
  assert.equal(nameIn('p["a b"]'), "a b");
  assert.equal(nameIn("p[0]"), "0");
  assert.equal(nameIn("p[1.5]"), "1.5");
});

it("a private name is another than the public one", () => {
  assert.equal(nameIn("p.#a"), "#a");
});

it("nothing is known of a key that is computed", () => {
  for (const text of ["p[i]", "p[`a`]", "p[null]", "p[true]", "p[1n]", "p[/a/]", "p['a' + 'b']"])
    assert.equal(nameIn(text), undefined, text);
});
