import assert from "node:assert/strict";
import { it } from "node:test";
import { changedFacts, NOTHING, type TypeFacts } from "../../../src/checker/oracle/type-facts.js";
import { PAIR, TOKEN } from "../support/named-oracle.js";

it("changed facts differ in what was changed, and in nothing else", () => {
  const changed = changedFacts(PAIR, { members: [], dropGlue: true });
  assert.deepEqual([changed.members, changed.dropGlue], [[], true]);
  assert.deepEqual([changed.ownership, changed.name, changed.container], ["owned", "Pair", false]);
  assert.equal(changed.member("a"), TOKEN);
  assert.equal(changed.member("n"), NOTHING);
  assert.deepEqual(PAIR.members, ["a", "b"]);
});

it("a type's name is printed when somebody asks for it", () => {
  let asked = 0;
  const lazy: TypeFacts = {
    ...NOTHING,
    get name() {
      asked++;
      return "Costly";
    },
  };
  const changed = changedFacts(lazy, { ownership: "borrow" });
  assert.equal(asked, 0);
  assert.equal(changed.name, "Costly");
  assert.equal(asked, 1);
});
