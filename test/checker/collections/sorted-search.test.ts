import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { firstBetween, lastBefore, partitionPoint } from "../../../src/checker/collections/sorted-search.js";
import { checkProperty } from "../support/check-property.js";

describe("searches of sorted lists", () => {
  it("find what a look at every item finds", (t) => {
    const numbers = fc.array(fc.integer({ min: -3, max: 20 })).map((each) => each.sort((a, b) => a - b));
    const bound = fc.oneof(fc.integer({ min: -4, max: 21 }), fc.constant(Infinity));
    checkProperty(
      fc.property(numbers, bound, bound, (sorted, low, high) => {
        assert.equal(
          partitionPoint(sorted.length, (at) => sorted[at]! < low),
          sorted.filter((each) => each < low).length,
        );
        assert.equal(
          firstBetween(sorted, low, high),
          sorted.find((each) => each > low && each < high),
        );
        assert.equal(
          lastBefore(sorted, high),
          sorted.findLast((each) => each < high),
        );
      }),
      {
        runs: 2_000,
        log: (line) => {
          t.diagnostic(line);
        },
      },
    );
  });
});
