// Whether a block is reached without an exception, or by way of one, by walking all paths.
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { BlockId } from "../../../../src/checker/ir/block-id.js";
import type { ControlFlow } from "../../../../src/checker/graph/control-flow.js";
import { isInSubtree } from "../../../../src/checker/graph/preorder.js";
import { checkProperty } from "../../support/check-property.js";
import { flowOf } from "../../support/flow-of.js";
import { graphOf, randomGraphs } from "../../support/random-graph.js";
import { reachableFrom } from "../../support/reachable-from.js";

it("tells of any block, and any that it dominates, what paths lead there", (t) => {
  checkProperty(
    fc.property(randomGraphs({ blocks: 12, hubs: 3, steps: 2, calls: 3, branches: 2 }), (drawn) => {
      const { controlFlow, dominators, unwindDepths } = flowOf(graphOf(drawn).graph);
      for (const top of controlFlow.order) {
        // Points of paths that do not come back to where they begin: a block, and whether an exception led there.
        const points = reachableFrom(`${top} normal`, (point) => {
          const [from, kind] = point.split(" ");
          return edgesFrom(controlFlow, Number(from)).flatMap(({ to, unwinds }) =>
            to === top ? [] : [`${to} ${unwinds ? "unwinding" : kind}`],
          );
        });
        for (const block of controlFlow.order) {
          if (!isInSubtree(dominators, top, block)) continue;
          assert.equal(
            unwindDepths.reachedNormally(top, block),
            points.has(`${block} normal`),
            `normally from ${top} to ${block}`,
          );
          assert.equal(
            unwindDepths.reachedByUnwind(top, block),
            points.has(`${block} unwinding`),
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

function edgesFrom(controlFlow: ControlFlow, block: BlockId): { readonly to: BlockId; readonly unwinds: boolean }[] {
  return controlFlow.order.flatMap((to) =>
    (controlFlow.incoming[to] ?? [])
      .filter(({ from }) => from === block)
      .map(({ unwind }) => ({ to, unwinds: unwind !== undefined })),
  );
}
