import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { IncomingEdgeIndex } from "../../../../src/checker/dataflow/sparse/incoming-edge-index.js";
import type { IncomingEdge } from "../../../../src/checker/graph/control-flow.js";
import type { BlockId } from "../../../../src/checker/ir/block-id.js";
import { checkProperty } from "../../support/check-property.js";
import { flowOf } from "../../support/flow-of.js";
import { graphOf, randomGraphs } from "../../support/random-graph.js";

it("finds the edges of a kind from an interval of the dominator tree's preorder", (t) => {
  const bound = fc.nat({ max: 20 });
  checkProperty(
    fc.property(
      randomGraphs({ blocks: 20, hubs: 2, steps: 2, calls: 3, branches: 4 }),
      bound,
      bound,
      fc.nat({ max: 4 }),
      (drawn, from, to, depth) => {
        const { controlFlow, dominators, unwindDepths } = flowOf(graphOf(drawn).graph);
        const position = (block: BlockId): number => dominators.position[block] ?? -1;
        for (const block of controlFlow.order) {
          const into = new IncomingEdgeIndex(controlFlow, dominators, unwindDepths, block);
          const edges = (controlFlow.incoming[block] ?? []).map((edge, number) => ({ edge, number }));
          const extremes = (values: number[]): unknown =>
            values.length === 0 ? undefined : { min: Math.min(...values), max: Math.max(...values) };
          const within = (accepts: (edge: IncomingEdge) => boolean): typeof edges =>
            edges.filter(({ edge }) => accepts(edge) && from <= position(edge.from) && position(edge.from) < to);
          const numbers = (accepts: (edge: IncomingEdge) => boolean): unknown =>
            extremes(within(accepts).map(({ number }) => number));
          const isNormal = (edge: IncomingEdge): boolean => edge.unwind === undefined;
          const after = (edge: IncomingEdge): boolean => isNormal(edge) && unwindDepths.must[edge.from] === depth;
          assert.deepEqual(into.normal.query(depth, from, to), numbers(after));
          assert.deepEqual(
            into.jumps.query(depth, from, to),
            numbers((edge) => after(edge) && controlFlow.jumpOf(edge.from) !== undefined),
          );
          assert.deepEqual(
            into.unwind.query(0, from, to),
            numbers((edge) => !isNormal(edge)),
          );
          assert.deepEqual(
            into.mayUnwindDepth.query(0, from, to),
            extremes(within(isNormal).map(({ edge }) => unwindDepths.may[edge.from] ?? -1)),
          );
          assert.deepEqual(
            into.forward.query(0, from, to),
            numbers(({ isBackEdge }) => !isBackEdge),
          );
          assert.deepEqual(
            into.back.query(0, from, to),
            numbers(({ isBackEdge }) => isBackEdge),
          );
        }
      },
    ),
    {
      runs: 500,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
});
