import assert from "node:assert/strict";
import { describe, it } from "node:test";
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
