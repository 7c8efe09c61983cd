// Dominators by their definition: a block dominates another when there is no way to that one without it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { dominatorTree, type DominatorTree } from "../../../src/checker/graph/dominators.js";
import { checkProperty } from "../support/check-property.js";
import { reachableFrom } from "../support/reachable-from.js";

type Edges = readonly (readonly number[])[];

const graphs: fc.Arbitrary<Edges> = fc
  .integer({ min: 1, max: 14 })
  .chain((size) =>
    fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

function solve(edges: Edges): {
  readonly found: DominatorTree;
  readonly reached: ReadonlySet<number>;
  readonly before: (to: number) => number[];
} {
  const reached = reachableFrom(0, (from) => edges[from] ?? []);
  const before = (to: number): number[] => [...reached].filter((from) => edges[from]?.includes(to));
  return { found: dominatorTree(edges.length, 0, (from) => edges[from] ?? [], before), reached, before };
}

/** For each block that can be reached, the blocks without which it can't be. */
function dominatorsOf(edges: Edges, reached: ReadonlySet<number>): Map<number, Set<number>> {
  const without = new Map(
    [...reached].map((cut) => [
      cut,
      cut === 0 ? new Set<number>() : reachableFrom(0, (from) => (edges[from] ?? []).filter((to) => to !== cut)),
    ]),
  );
  return new Map(
    [...reached].map((block) => [
      block,
      new Set([...reached].filter((cut) => cut === block || without.get(cut)?.has(block) === false)),
    ]),
  );
}

describe("dominators", () => {
  it("are the blocks without which a block can't be reached, and follow each other in the order", (t) => {
    checkProperty(
      fc.property(graphs, (edges) => {
        const { found, reached } = solve(edges);
        const dominators = dominatorsOf(edges, reached);
        assert.deepEqual(new Set(found.order), reached);
        for (let block = 0; block < edges.length; block++) {
          const above = dominators.get(block) ?? new Set<number>();
          // The nearest is dominated by all others.
          const nearest = [...above]
            .filter((each) => each !== block)
            .sort((a, b) => (dominators.get(b)?.size ?? 0) - (dominators.get(a)?.size ?? 0))[0];
          assert.equal(found.immediateDominator[block], nearest ?? -1, `above ${block}`);
          if (!reached.has(block)) assert.equal(found.position[block], -1);
          const at = found.position[block] ?? -1;
          const around = [...reached].filter(
            (each) => (found.position[each] ?? -1) <= at && at < (found.subtreeEnd[each] ?? -1),
          );
          assert.deepEqual(new Set(around), above, `around ${block}`);
        }
      }),
      {
        runs: 2_000,
        log: (line) => {
          t.diagnostic(line);
        },
      },
    );
  });

  it("have a frontier of blocks that they reach, but not alone", (t) => {
    checkProperty(
      fc.property(graphs, (edges) => {
        const { found, reached, before } = solve(edges);
        const dominators = dominatorsOf(edges, reached);
        for (const block of reached) {
          const met = [...reached].filter(
            (to) =>
              before(to).some((from) => dominators.get(from)?.has(block)) &&
              (to === block || dominators.get(to)?.has(block) === false),
          );
          assert.deepEqual(new Set(found.frontier[block]), new Set(met), `of ${block}`);
          assert.equal(found.frontier[block]?.length, met.length, `of ${block}, each once`);
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

  it("are found in a chain of 200,000 blocks", () => {
    const size = 200_000;
    const { immediateDominator, subtreeEnd } = dominatorTree(
      size,
      0,
      (at) => (at + 1 < size ? [at + 1] : [0]),
      (at) => [(at + size - 1) % size],
    );
    assert.equal(immediateDominator[size - 1], size - 2);
    assert.equal(subtreeEnd[0], size);
  });
});
