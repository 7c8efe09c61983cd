import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { BlockId } from "../../../../src/checker/ir/block-id.js";
import type { Local } from "../../../../src/checker/ir/local.js";
import type { FlowIndex } from "../../../../src/checker/dataflow/sparse/flow-index.js";
import { SparseGraph, type EdgeSource, type SparseEdge } from "../../../../src/checker/dataflow/sparse/sparse-graph.js";
import { checkProperty } from "../../support/check-property.js";
import { flowOf } from "../../support/flow-of.js";
import { graphOf, randomGraphs, type Drawn } from "../../support/random-graph.js";

const shapes = fc.oneof(
  randomGraphs({ blocks: 12, hubs: 2, steps: 3, calls: 1, branches: 2 }),
  randomGraphs({ blocks: 60, hubs: 2, steps: 1, calls: 10, branches: 60 }),
);

describe("sparse graphs", () => {
  it("have a node for each occurrence, and give each block the nearest node that dominates it", (t) => {
    checkProperty(
      fc.property(shapes, (drawn) => {
        const { flow, local } = drawnFlow(drawn);
        const graph = new SparseGraph(flow, local);
        const nodes = new Set(graph.nodes);
        for (const block of flow.controlFlow.order) {
          assert.ok(!graph.hasOccurrence(block) || nodes.has(block), `${block} has an occurrence`);
          let nearest: BlockId | undefined = block;
          while (nearest !== undefined && nearest !== -1 && !nodes.has(nearest))
            nearest = flow.dominators.immediateDominator[nearest];
          assert.equal(graph.nodeOf(block) ?? -1, nearest, `of ${block}`);
        }
      }),
      {
        runs: 500,
        log: (line) => {
          t.diagnostic(line);
        },
      },
    );
  });

  it("tell the same of the edges into a block one by one and by intervals", (t) => {
    checkProperty(
      fc.property(shapes, fc.infiniteStream(fc.boolean()), (drawn, coins) => {
        const { flow, local } = drawnFlow(drawn);
        const [each, intervals] = [new SparseGraph(flow, local, Infinity), new SparseGraph(flow, local, 0)];
        const accepted = new Set(each.nodes.filter(() => coins.next().value));
        for (const block of flow.controlFlow.order) {
          assert.deepEqual(
            intervals.firstNormalPredecessor(block, (node) => accepted.has(node)),
            each.firstNormalPredecessor(block, (node) => accepted.has(node)),
            `the first into ${block}`,
          );
          if (each.nodeOf(block) !== block) continue;
          assert.deepEqual(byKind(intervals.predecessors(block)), byKind(each.predecessors(block)), `into ${block}`);
          const [a, b] = [intervals.sourcesOf(block), each.sourcesOf(block)];
          assert.deepEqual(
            [namesOf(a.forward), namesOf(a.back)],
            [namesOf(b.forward), namesOf(b.back)],
            `sources of ${block}`,
          );
        }
      }),
      {
        runs: 1_000,
        log: (line) => {
          t.diagnostic(line);
        },
      },
    );
  });
});

function drawnFlow(drawn: readonly Drawn[]): { readonly flow: FlowIndex; readonly local: Local } {
  const { graph, local } = graphOf(drawn);
  return { flow: flowOf(graph), local };
}

/** Each node and kind once: one by one, many edges come from one node. */
function byKind(edges: readonly SparseEdge[]): string[] {
  return [
    ...new Set(
      edges.flatMap(({ from, own, normal, unwind }) => [
        ...(normal ? [`${from} ${own} normal`] : []),
        ...(unwind ? [`${from} ${own} unwind`] : []),
      ]),
    ),
  ].sort();
}

function namesOf(sources: readonly EdgeSource[]): string[] {
  return [...new Set(sources.map(({ node, own, unwind }) => `${node} ${own} ${unwind?.at.join() ?? "end"}`))].sort();
}
