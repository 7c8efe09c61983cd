import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  addAll,
  common,
  emptyBits,
  hasBit,
  intersects,
  isEmpty,
  listBits,
  removeAll,
  setBit,
} from "../../../src/checker/graph/bits.js";

describe("bits", () => {
  it("keeps numbers beyond one word apart", () => {
    const bits = emptyBits(100);
    for (const index of [0, 29, 30, 99]) setBit(bits, index);
    assert.deepEqual(listBits(bits), [0, 29, 30, 99]);
    assert.equal(hasBit(bits, 59), false);
  });

  it("adds, takes away and compares sets", () => {
    const [a, b] = [emptyBits(64), emptyBits(64)];
    setBit(a, 3);
    setBit(b, 3);
    setBit(b, 40);
    assert.equal(addAll(a, b), true);
    assert.equal(addAll(a, b), false);
    assert.deepEqual(listBits(common(a, b)), [3, 40]);
    removeAll(a, b);
    assert.equal(isEmpty(a), true);
    assert.equal(intersects(a, b), false);
  });
});
