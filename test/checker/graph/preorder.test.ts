import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { preorder } from "../../../src/checker/graph/preorder.js";
import { checkProperty } from "../support/check-property.js";

/** Whether a block is the other, or above it. */
function isAbove(parent: Int32Array, block: number, other: number): boolean {
  return block === other || (other >= 0 && isAbove(parent, block, parent[other] ?? -1));
}

test("what is under a block is a stretch of the order", (t) => {
  // Each block's parent is an earlier one, or none.
  const forests = fc
    .array(fc.nat(), { maxLength: 30 })
    .map((picks) => Int32Array.from(picks, (pick, block) => (pick % (block + 1)) - 1));
  const property = fc.property(forests, (parent) => {
    const blocks = [...parent.keys()];
    const { order, position, subtreeEnd } = preorder(
      parent,
      blocks.filter((block) => parent[block] === -1),
    );
    assert.deepEqual(
      order.toSorted((a, b) => a - b),
      blocks,
    );
    for (const block of blocks) {
      assert.deepEqual(
        order.slice(position[block], subtreeEnd[block]).toSorted((a, b) => a - b),
        blocks.filter((other) => isAbove(parent, block, other)),
      );
    }
  });
  checkProperty(property, {
    runs: 200,
    log: (text) => {
      t.diagnostic(text);
    },
  });
});

test("what no root leads to has no position, and many blocks under one are no burden on the stack", () => {
  const { order, position } = preorder(Int32Array.of(-1, 0, -1, 2), [0]);
  assert.deepEqual(
    [order, [...position]],
    [
      [0, 1],
      [0, 1, -1, -1],
    ],
  );
  assert.equal(
    preorder(
      Int32Array.from({ length: 300_000 }, (_, block) => (block === 0 ? -1 : 0)),
      [0],
    ).order.length,
    300_000,
  );
});
