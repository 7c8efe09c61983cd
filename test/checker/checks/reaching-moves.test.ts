// The moves that a use may come after, found region by region; here, against a search point by point.
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { BlockId } from "../../../src/checker/ir/block-id.js";
import { type MovePath, isWithin } from "../../../src/checker/ir/move-path.js";
import { reachingMoves } from "../../../src/checker/checks/reaching-moves.js";
import { GraphIndex } from "../../../src/checker/dataflow/graph-index.js";
import { SparseGraph } from "../../../src/checker/dataflow/sparse-graph.js";
import { checkProperty } from "../support/check-property.js";
import { graphOf, randomGraphs } from "../support/random-graph.js";
import { reachableFrom } from "../support/reachable-from.js";

it("finds the nearest moves on all ways back, those of this iteration before those around a loop", (t) => {
  const shapes = fc.oneof(
    randomGraphs({ blocks: 12, hubs: 2, steps: 5, calls: 1, branches: 2 }),
    randomGraphs({ blocks: 25, hubs: 20, steps: 8, calls: 3, branches: 10 }),
    randomGraphs({ blocks: 60, hubs: 2, steps: 1, calls: 10, branches: 60 }),
  );
  let several = 0;
  checkProperty(
    fc.property(shapes, fc.constantFrom(0, 4, Infinity), (drawn, few) => {
      const { graph, local } = graphOf(drawn);
      const index = new GraphIndex(graph);
      const regions = new SparseGraph(index, local, few);
      for (const [block, events] of index.occurrences(local)) {
        for (const at of events) {
          const instruction = index.instruction(block, at);
          if (instruction?.kind !== "use") continue;
          const found = reachingMoves(regions, instruction.place, block, at);
          assert.deepEqual(
            found.map(({ key, throughLoop }) => `${key} ${throughLoop}`).sort(),
            pointByPoint(index, instruction.place, block, at),
            `at ${block}:${at}`,
          );
          if (found.length > 1) several += 1;
        }
      }
    }),
    {
      runs: 3_000,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
  assert.ok(several > 150, `${several} uses come after several moves`);
});

/** Between two instructions: after so many of a block. */
type Point = `${number}:${number}`;

function pointByPoint(index: GraphIndex, path: MovePath, block: BlockId, before: number): string[] {
  const search = (loops: boolean): string[] => {
    const sites = new Set<string>();
    reachableFrom<Point>(`${block}:${before}`, (point) => {
      const [id = 0, at = 0] = point.split(":").map(Number);
      if (at > 0) return endsAt(id, at - 1, sites) ? [] : [`${id}:${at - 1}`];
      return (index.incoming[id] ?? []).flatMap(({ from, isBackEdge, unwind }): Point[] => {
        if (isBackEdge && !loops) return [];
        return unwind === undefined
          ? [`${from}:${index.block(from).instructions.length}`]
          : unwind.at.map((each): Point => `${from}:${each}`);
      });
    });
    return [...sites].map((site) => `${site} ${loops}`).sort();
  };
  const endsAt = (id: BlockId, at: number, sites: Set<string>): boolean => {
    const instruction = index.instruction(id, at);
    switch (instruction?.kind) {
      case "move":
        if (!isWithin(path, instruction.place)) return false;
        sites.add(`${id}:${at}`);
        return true;
      case "assign":
        return isWithin(path, instruction.place);
      case "storage-live":
      case "storage-dead":
        return true;
      default:
        return false;
    }
  };
  const inThisIteration = search(false);
  return inThisIteration.length > 0 ? inThisIteration : search(true);
}
