import assert from "node:assert/strict";
import { it } from "node:test";
import { getOrInsert } from "../../../src/checker/collections/get-or-insert.js";

it("makes a value once for each key, falsy values too", () => {
  const map = new Map<string, number>();
  let made = 0;
  const next = (): number => made++;
  assert.deepEqual(
    ["a", "b", "a", "b"].map((key) => getOrInsert(map, key, next)),
    [0, 1, 0, 1],
  );
  assert.equal(made, 2);
});
