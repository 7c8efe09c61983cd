import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { SegmentTree } from "../../../src/checker/graph/segment-tree.js";
import { checkProperty } from "../support/check-property.js";

const small = fc.integer({ min: -2, max: 6 });

it("finds the least and the greatest value of a key and a stretch of positions", (t) => {
  const items = fc.array(
    fc.record({ key: fc.nat({ max: 3 }), at: fc.nat({ max: 5 }), value: fc.integer({ min: -50, max: 50 }) }),
    { maxLength: 40 },
  );
  checkProperty(
    fc.property(items, fc.nat({ max: 3 }), small, small, (all, key, from, to) => {
      const values = all
        .filter((item) => item.key === key && from <= item.at && item.at < to)
        .map(({ value }) => value);
      const expected = values.length === 0 ? undefined : { min: Math.min(...values), max: Math.max(...values) };
      assert.deepEqual(new SegmentTree(all).query(key, from, to), expected);
    }),
    {
      runs: 3_000,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
});
