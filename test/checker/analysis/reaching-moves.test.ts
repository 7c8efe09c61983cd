// The moves that a use may come after, found over the sparse graph; here, against a search point by point.
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { BlockId } from "../../../src/checker/ir/block-id.js";
import { type MovePath, isWithin } from "../../../src/checker/ir/move-path.js";
import { isMovedOnEveryPath, reachingMoves } from "../../../src/checker/analysis/reaching-moves.js";
import type { ControlFlow } from "../../../src/checker/graph/control-flow.js";
import { SparseGraph } from "../../../src/checker/dataflow/sparse/sparse-graph.js";
import { checkProperty } from "../support/check-property.js";
import { flowOf } from "../support/flow-of.js";
import { graphOf, randomGraphs } from "../support/random-graph.js";
import { reachableFrom } from "../support/reachable-from.js";

it("finds the nearest moves on all paths back, those of this iteration before those around a loop; and whether all end in one", (t) => {
  const shapes = fc.oneof(
    randomGraphs({ blocks: 12, hubs: 2, steps: 5, calls: 1, branches: 2 }),
    randomGraphs({ blocks: 25, hubs: 20, steps: 8, calls: 3, branches: 10 }),
    randomGraphs({ blocks: 60, hubs: 2, steps: 1, calls: 10, branches: 60 }),
  );
  let several = 0;
  let everywhere = 0;
  checkProperty(
    fc.property(shapes, fc.constantFrom(0, 4, Infinity), (drawn, few) => {
      const { graph, local } = graphOf(drawn);
      const flow = flowOf(graph);
      const sparse = new SparseGraph(flow, local, few);
      for (const [block, numbers] of flow.occurrences.of(local)) {
        for (const at of numbers) {
          const instruction = flow.controlFlow.instruction(block, at);
          if (instruction?.kind !== "use") continue;
          const found = reachingMoves(sparse, instruction.place, { block, at });
          const plain = pointByPoint(flow.controlFlow, instruction.place, block, at);
          assert.deepEqual(
            found.map(({ key, throughLoop }) => `${key} ${throughLoop}`).sort(),
            plain.moves,
            `at ${block}:${at}`,
          );
          assert.equal(
            isMovedOnEveryPath(sparse, instruction.place, { block, at }),
            plain.onEveryPath,
            `on every path to ${block}:${at}`,
          );
          if (found.length > 1) several += 1;
          if (found.length > 0 && plain.onEveryPath) everywhere += 1;
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
  assert.ok(everywhere > 50, `${everywhere} uses come after moves on every path`);
});

/** Between two instructions: after so many of a block. */
type Point = `${number}:${number}`;

function pointByPoint(
  controlFlow: ControlFlow,
  path: MovePath,
  block: BlockId,
  before: number,
): { readonly moves: string[]; readonly onEveryPath: boolean } {
  let reachesValue = false;
  const search = (loops: boolean): string[] => {
    const sites = new Set<string>();
    reachableFrom<Point>(`${block}:${before}`, (point) => {
      const [id = 0, at = 0] = point.split(":").map(Number);
      if (at === 0 && id === controlFlow.graph.entry) reachesValue = true;
      if (at > 0) return endsAt(id, at - 1, sites) ? [] : [`${id}:${at - 1}`];
      return (controlFlow.incoming[id] ?? []).flatMap(({ from, isBackEdge, unwind }): Point[] => {
        if (isBackEdge && !loops) return [];
        return unwind === undefined
          ? [`${from}:${controlFlow.block(from).instructions.length}`]
          : unwind.at.map((each): Point => `${from}:${each}`);
      });
    });
    return [...sites].map((site) => `${site} ${loops}`).sort();
  };
  const endsAt = (id: BlockId, at: number, sites: Set<string>): boolean => {
    const instruction = controlFlow.instruction(id, at);
    switch (instruction?.kind) {
      case "move":
        if (!isWithin(path, instruction.place)) return false;
        sites.add(`${id}:${at}`);
        return true;
      case "assign":
        if (!isWithin(path, instruction.place)) return false;
        reachesValue = true;
        return true;
      case "storage-live":
      case "storage-dead":
        reachesValue = true;
        return true;
      default:
        return false;
    }
  };
  const inThisIteration = search(false);
  const inAny = search(true);
  return { moves: inThisIteration.length > 0 ? inThisIteration : inAny, onEveryPath: !reachesValue };
}
