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
import { firstBetween } from "../../../src/checker/graph/sorted-search.js";
import { solve } from "../../../src/checker/dataflow/solve.js";

/** Which numbers may have been seen on the way to a block. */
function reaching(edges: Readonly<Record<number, readonly number[]>>, visits: number[]): Map<number, Set<number>> {
  return solve<Set<number>>({
    seeds: new Map([[0, new Set()]]),
    transfer: (block, state, propagate) => {
      visits.push(block);
      for (const to of edges[block] ?? []) propagate(to, new Set([...state, block]));
    },
    copy: (state) => new Set(state),
    join: (into, from) => {
      const before = into.size;
      for (const each of from) into.add(each);
      return into.size > before;
    },
  });
}

describe("solve", () => {
  it("joins what comes from all sides, around loops too", () => {
    const result = reaching({ 0: [1, 2], 1: [3], 2: [3], 3: [1, 4] }, []);
    assert.deepEqual([...(result.get(4) ?? [])].sort(), [0, 1, 2, 3]);
    assert.deepEqual([...(result.get(2) ?? [])], [0]);
  });

  it("does not visit what nothing flows into", () => {
    const visits: number[] = [];
    reaching({ 0: [1], 5: [6] }, visits);
    assert.deepEqual(visits, [0, 1]);
  });
});

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

describe("firstBetween", () => {
  it("finds the first number strictly between", () => {
    assert.equal(firstBetween([2, 5, 9], 2, 9), 5);
    assert.equal(firstBetween([2, 5, 9], 5, 9), undefined);
    assert.equal(firstBetween([2, 5, 9], -1, Infinity), 2);
    assert.equal(firstBetween([], -1, Infinity), undefined);
  });
});
