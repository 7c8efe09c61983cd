import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { BlockId } from "../../../src/checker/ir/block-id.js";
import { GraphIndex } from "../../../src/checker/dataflow/graph-index.js";
import { SparseGraph, type EdgeSource, type SparseEdge } from "../../../src/checker/dataflow/sparse-graph.js";
import { checkProperty } from "../support/check-property.js";
import { graphOf, randomGraphs, type Drawn } from "../support/random-graph.js";

const shapes = fc.oneof(
  randomGraphs({ blocks: 12, hubs: 2, steps: 3, calls: 1, branches: 2 }),
  randomGraphs({ blocks: 60, hubs: 2, steps: 1, calls: 10, branches: 60 }),
);

describe("regions", () => {
  it("belong to the nearest node that dominates a block; all mentions are nodes", (t) => {
    checkProperty(
      fc.property(shapes, (drawn) => {
        const { index, regions } = regionsOf(drawn);
        const nodes = new Set(regions.nodes);
        for (const block of index.order) {
          assert.ok(!regions.hasOccurrence(block) || nodes.has(block), `${block} mentions the variable`);
          let nearest: BlockId | undefined = block;
          while (nearest !== undefined && nearest !== -1 && !nodes.has(nearest))
            nearest = index.dominance.dominators.immediateDominator[nearest];
          assert.equal(regions.nodeOf(block) ?? -1, nearest, `of ${block}`);
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

  it("tell the same of the ways into a block one by one and by stretches", (t) => {
    checkProperty(
      fc.property(shapes, fc.infiniteStream(fc.boolean()), (drawn, coins) => {
        const { index, local } = graphAndIndex(drawn);
        const [each, stretches] = [new SparseGraph(index, local, Infinity), new SparseGraph(index, local, 0)];
        const accepted = new Set(each.nodes.filter(() => coins.next().value));
        for (const block of index.order) {
          assert.deepEqual(
            stretches.firstNormalPredecessor(block, (node) => accepted.has(node)),
            each.firstNormalPredecessor(block, (node) => accepted.has(node)),
            `the first into ${block}`,
          );
          if (each.nodeOf(block) !== block) continue;
          assert.deepEqual(byKind(stretches.predecessors(block)), byKind(each.predecessors(block)), `into ${block}`);
          const [a, b] = [stretches.sourcesOf(block), each.sourcesOf(block)];
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

function graphAndIndex(drawn: readonly Drawn[]): { readonly index: GraphIndex; readonly local: SparseGraph["local"] } {
  const { graph, local } = graphOf(drawn);
  return { index: new GraphIndex(graph), local };
}

function regionsOf(drawn: readonly Drawn[]): { readonly index: GraphIndex; readonly regions: SparseGraph } {
  const { index, local } = graphAndIndex(drawn);
  return { index, regions: new SparseGraph(index, local) };
}

/** Each node and kind once: one by one, many ways come from one region. */
function byKind(ways: readonly SparseEdge[]): string[] {
  return [
    ...new Set(
      ways.flatMap(({ from, own, normal, unwind }) => [
        ...(normal ? [`${from} ${own} quiet`] : []),
        ...(unwind ? [`${from} ${own} thrown`] : []),
      ]),
    ),
  ].sort();
}

function namesOf(sources: readonly EdgeSource[]): string[] {
  return [...new Set(sources.map(({ node, own, unwind }) => `${node} ${own} ${unwind?.at.join() ?? "end"}`))].sort();
}
