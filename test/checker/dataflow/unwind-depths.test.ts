// Whether a block is reached without an exception, or by way of one, by walking all ways.
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { BlockId } from "../../../src/checker/ir/block-id.js";
import { GraphIndex } from "../../../src/checker/dataflow/graph-index.js";
import { checkProperty } from "../support/check-property.js";
import { graphOf, randomGraphs } from "../support/random-graph.js";
import { reachableFrom } from "../support/reachable-from.js";

it("tells of any block, and any that it dominates, what ways lead there", (t) => {
  checkProperty(
    fc.property(randomGraphs({ blocks: 12, hubs: 3, steps: 2, calls: 3, branches: 2 }), (drawn) => {
      const index = new GraphIndex(graphOf(drawn).graph);
      const { dominance } = index;
      for (const top of index.order) {
        // Points of ways that do not come back to where they begin: a block, and whether an exception led there.
        const points = reachableFrom(`${top} quiet`, (point) => {
          const [from, kind] = point.split(" ");
          return edgesFrom(index, Number(from)).flatMap(({ to, thrown }) =>
            to === top ? [] : [`${to} ${thrown ? "thrown" : kind}`],
          );
        });
        for (const block of index.order.slice()) {
          if (
            dominance.preorder(block) < dominance.preorder(top) ||
            dominance.preorder(block) >= dominance.subtreeEnd(top)
          )
            continue;
          assert.equal(
            dominance.reachedNormally(top, block),
            points.has(`${block} quiet`),
            `quietly from ${top} to ${block}`,
          );
          assert.equal(
            dominance.reachedByUnwind(top, block),
            points.has(`${block} thrown`),
            `by an exception from ${top} to ${block}`,
          );
        }
      }
    }),
    {
      runs: 1_500,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
});

function edgesFrom(index: GraphIndex, block: BlockId): { readonly to: BlockId; readonly thrown: boolean }[] {
  return index.order.flatMap((to) =>
    (index.incoming[to] ?? [])
      .filter(({ from }) => from === block)
      .map(({ unwind }) => ({ to, thrown: unwind !== undefined })),
  );
}
