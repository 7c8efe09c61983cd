import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { IncomingEdgeIndex, jumpOf } from "../../../src/checker/dataflow/incoming-edge-index.js";
import { GraphIndex } from "../../../src/checker/dataflow/graph-index.js";
import type { IncomingEdge } from "../../../src/checker/graph/control-flow.js";
import { checkProperty } from "../support/check-property.js";
import { graphOf, randomGraphs } from "../support/random-graph.js";

it("finds the edges of a kind from a stretch of the dominators' order", (t) => {
  const position = fc.nat({ max: 20 });
  checkProperty(
    fc.property(
      randomGraphs({ blocks: 20, hubs: 2, steps: 2, calls: 3, branches: 4 }),
      position,
      position,
      fc.nat({ max: 4 }),
      (drawn, from, to, steps) => {
        const index = new GraphIndex(graphOf(drawn).graph);
        const { dominance } = index;
        for (const block of index.order) {
          const into = new IncomingEdgeIndex(index, index.dominance, block);
          const edges = (index.incoming[block] ?? []).map((edge, number) => ({ edge, number }));
          const extremes = (values: number[]): unknown =>
            values.length === 0 ? undefined : { min: Math.min(...values), max: Math.max(...values) };
          const within = (accepts: (edge: IncomingEdge) => boolean): typeof edges =>
            edges.filter(
              ({ edge }) =>
                accepts(edge) && from <= dominance.preorder(edge.from) && dominance.preorder(edge.from) < to,
            );
          const numbers = (accepts: (edge: IncomingEdge) => boolean): unknown =>
            extremes(within(accepts).map(({ number }) => number));
          const isQuiet = (edge: IncomingEdge): boolean => edge.unwind === undefined;
          const after = (edge: IncomingEdge): boolean =>
            isQuiet(edge) && dominance.unwindDepths.must[edge.from] === steps;
          assert.deepEqual(into.normal.query(steps, from, to), numbers(after));
          assert.deepEqual(
            into.jumps.query(steps, from, to),
            numbers((edge) => after(edge) && jumpOf(index, edge.from) !== undefined),
          );
          assert.deepEqual(
            into.unwind.query(0, from, to),
            numbers((edge) => !isQuiet(edge)),
          );
          assert.deepEqual(
            into.mayUnwindDepth.query(0, from, to),
            extremes(within(isQuiet).map(({ edge }) => dominance.unwindDepths.may[edge.from] ?? -1)),
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
