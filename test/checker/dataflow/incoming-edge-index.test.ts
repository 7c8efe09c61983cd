import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { EdgesInto, jumpOf } from "../../../src/checker/dataflow/incoming-edge-index.js";
import { GraphIndex, type Incoming } from "../../../src/checker/dataflow/graph-index.js";
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
        const { flow } = index;
        for (const block of index.order) {
          const into = new EdgesInto(index, block);
          const edges = (index.incoming[block] ?? []).map((edge, number) => ({ edge, number }));
          const extremes = (values: number[]): unknown =>
            values.length === 0 ? undefined : { least: Math.min(...values), greatest: Math.max(...values) };
          const within = (accepts: (edge: Incoming) => boolean): typeof edges =>
            edges.filter(({ edge }) => accepts(edge) && from <= flow.first(edge.from) && flow.first(edge.from) < to);
          const numbers = (accepts: (edge: Incoming) => boolean): unknown =>
            extremes(within(accepts).map(({ number }) => number));
          const isQuiet = (edge: Incoming): boolean => edge.run === undefined;
          const after = (edge: Incoming): boolean => isQuiet(edge) && flow.ways.onlyThrown[edge.from] === steps;
          assert.deepEqual(into.quiet.search(steps, from, to), numbers(after));
          assert.deepEqual(
            into.jumps.search(steps, from, to),
            numbers((edge) => after(edge) && jumpOf(index, edge.from) !== undefined),
          );
          assert.deepEqual(
            into.thrown.search(0, from, to),
            numbers((edge) => !isQuiet(edge)),
          );
          assert.deepEqual(
            into.maybeThrown.search(0, from, to),
            extremes(within(isQuiet).map(({ edge }) => flow.ways.maybeThrown[edge.from] ?? -1)),
          );
          assert.deepEqual(
            into.forward.search(0, from, to),
            numbers(({ back }) => !back),
          );
          assert.deepEqual(
            into.back.search(0, from, to),
            numbers(({ back }) => back),
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
