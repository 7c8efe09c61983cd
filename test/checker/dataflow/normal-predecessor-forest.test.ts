import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { BlockId } from "../../../src/checker/ir/block-id.js";
import { jumpOf } from "../../../src/checker/dataflow/incoming-edge-index.js";
import { GraphIndex } from "../../../src/checker/dataflow/graph-index.js";
import { checkProperty } from "../support/check-property.js";
import { graphOf, randomGraphs } from "../support/random-graph.js";

it("goes back to a block that dominates, or to where a jump led past it, as step by step", (t) => {
  let jumps = 0;
  let reached = 0;
  checkProperty(
    fc.property(randomGraphs({ blocks: 20, hubs: 3, steps: 2, calls: 2, branches: 3 }), (drawn) => {
      const index = new GraphIndex(graphOf(drawn).graph);
      const { dominance } = index;
      for (const node of index.order) {
        for (const block of index.order) {
          if (
            dominance.preorder(block) < dominance.preorder(node) ||
            dominance.preorder(block) >= dominance.subtreeEnd(node)
          )
            continue;
          const expected = stepByStep(index, block, node);
          assert.deepEqual(index.normalPredecessors.from(block, node), expected, `from ${block} to ${node}`);
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

function stepByStep(index: GraphIndex, block: BlockId, node: BlockId): { reached: boolean; jump: BlockId | undefined } {
  for (let at = block; at !== node;) {
    // Edges from where a way without an exception leads.
    const before = (index.incoming[at] ?? []).filter(
      ({ from, unwind }) =>
        unwind === undefined && index.dominance.unwindDepths.must[from] === index.dominance.unwindDepths.must[at],
    );
    const jump = before.find(({ from }) => jumpOf(index, from) !== undefined)?.from;
    const [first] = before;
    if (jump !== undefined || first === undefined || first.isBackEdge) return { reached: false, jump };
    at = first.from;
  }
  return { reached: true, jump: undefined };
}
