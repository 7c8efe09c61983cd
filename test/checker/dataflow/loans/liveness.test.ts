// Where a local is live, found backward from its uses; here, against a search forward from every point.
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { Liveness } from "../../../../src/checker/dataflow/loans/liveness.js";
import { OccurrenceMap } from "../../../../src/checker/dataflow/occurrences.js";
import { ControlFlow } from "../../../../src/checker/graph/control-flow.js";
import type { Instruction } from "../../../../src/checker/ir/instruction.js";
import type { Local } from "../../../../src/checker/ir/local.js";
import { checkProperty } from "../../support/check-property.js";
import { graphOf, randomGraphs } from "../../support/random-graph.js";
import { reachableFrom } from "../../support/reachable-from.js";

/** Between two instructions: before the one with this number. */
type Point = `${number}:${number}`;

it("is live wherever a path leads to a use before a definition, over exceptions too", (t) => {
  const shapes = fc.oneof(
    randomGraphs({ blocks: 8, hubs: 2, steps: 5, calls: 2, branches: 2 }),
    randomGraphs({ blocks: 15, hubs: 10, steps: 6, calls: 3, branches: 5 }),
  );
  let live = 0;
  let dead = 0;
  checkProperty(
    fc.property(shapes, fc.constantFrom("owned" as const, "borrow" as const), (drawn, ownership) => {
      const { graph, local } = graphOf(drawn, ownership);
      const controlFlow = new ControlFlow(graph);
      const liveness = new Liveness(controlFlow, new OccurrenceMap(controlFlow), local);
      for (const block of controlFlow.order) {
        const intervals = liveness.intervals(block);
        controlFlow.block(block).instructions.forEach((_, at) => {
          const expected = isLive(controlFlow, local, `${block}:${at}`);
          const found = intervals.some(({ from, to }) => from < at && at <= to);
          assert.equal(found, expected, `before ${block}:${at}`);
          if (expected) live += 1;
          else dead += 1;
        });
      }
    }),
    {
      runs: 1_500,
      log: (line) => {
        t.diagnostic(line);
      },
    },
  );
  assert.ok(live > 5_000 && dead > 5_000, `${live} live, ${dead} dead`);
});

function isLive(controlFlow: ControlFlow, local: Local, from: Point): boolean {
  let used = false;
  reachableFrom<Point>(from, (point) => {
    const [block = 0, at = 0] = point.split(":").map(Number);
    const instruction = controlFlow.instruction(block, at);
    if (instruction === undefined) return controlFlow.normalSuccessors(block).map((to): Point => `${to}:0`);
    switch (roleOf(instruction, local)) {
      case "use":
        used = true;
        return [];
      case "definition":
        return [];
      case "none":
        return [
          `${block}:${at + 1}`,
          ...(instruction.kind === "maybe-throw" ? [`${instruction.unwind}:0` as const] : []),
        ];
    }
  });
  return used;
}

function roleOf(instruction: Instruction, local: Local): "use" | "definition" | "none" {
  switch (instruction.kind) {
    case "use":
    case "move":
    case "insert":
      return "use";
    case "storage-live":
      return "definition";
    case "assign":
      return instruction.place === local.root && local.facts.ownership === "borrow" ? "definition" : "none";
    default:
      return "none";
  }
}
