import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { BlockId } from "../../../../src/checker/ir/block-id.js";
import type { FlowIndex } from "../../../../src/checker/dataflow/sparse/flow-index.js";
import { NormalPredecessorForest } from "../../../../src/checker/dataflow/sparse/normal-predecessor-forest.js";
import { isInSubtree } from "../../../../src/checker/graph/preorder.js";
import { checkProperty } from "../../support/check-property.js";
import { flowOf } from "../../support/flow-of.js";
import { graphOf, randomGraphs } from "../../support/random-graph.js";

it("goes back to a block that dominates, or to where a jump led past it, as step by step", (t) => {
  let jumps = 0;
  let reached = 0;
  checkProperty(
    fc.property(randomGraphs({ blocks: 20, hubs: 3, steps: 2, calls: 2, branches: 3 }), (drawn) => {
      const flow = flowOf(graphOf(drawn).graph);
      const { controlFlow, dominators, unwindDepths } = flow;
      const forest = new NormalPredecessorForest(controlFlow, unwindDepths);
      for (const node of controlFlow.order) {
        for (const block of controlFlow.order) {
          if (!isInSubtree(dominators, node, block)) continue;
          const expected = stepByStep(flow, block, node);
          assert.deepEqual(forest.from(block, node), expected, `from ${block} to ${node}`);
          if (expected.jump !== undefined) jumps += 1;
          if (expected.reached && block !== node) reached += 1;
        }
      }
    }),
    {
      runs: 1_000,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
  assert.ok(jumps > 500 && reached > 500, `${jumps} jumps, ${reached} reached`);
});

function stepByStep(
  { controlFlow, unwindDepths }: FlowIndex,
  block: BlockId,
  node: BlockId,
): { reached: boolean; jump: BlockId | undefined } {
  const { must } = unwindDepths;
  for (let at = block; at !== node;) {
    // Edges from where a path without an exception leads.
    const edges = (controlFlow.incoming[at] ?? []).filter(
      ({ from, unwind }) => unwind === undefined && must[from] === must[at],
    );
    const jump = edges.find(({ from }) => controlFlow.jumpOf(from) !== undefined)?.from;
    const [first] = edges;
    if (jump !== undefined || first === undefined || first.isBackEdge) return { reached: false, jump };
    at = first.from;
  }
  return { reached: true, jump: undefined };
}
