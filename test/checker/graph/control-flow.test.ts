import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { ControlFlow } from "../../../src/checker/graph/control-flow.js";
import { checkProperty } from "../support/check-property.js";
import { graphOf, randomGraphs } from "../support/random-graph.js";

const shapes = randomGraphs({ blocks: 12, hubs: 8, steps: 6, calls: 4, branches: 3 });

describe("control flow", () => {
  it("divides blocks into parts with one unwind edge each, and finds every instruction in its part", (t) => {
    let divided = 0;
    checkProperty(
      fc.property(shapes, (drawn) => {
        const { graph } = graphOf(drawn);
        const controlFlow = new ControlFlow(graph);
        for (const { id, instructions } of graph.blocks) {
          const parts = controlFlow.partsOf(id);
          assert.equal(parts[0], id);
          assert.deepEqual(
            parts.flatMap((part) => controlFlow.block(part).instructions),
            instructions,
          );
          for (const part of parts) {
            assert.equal(controlFlow.wholeOf(part), id);
            const targets = controlFlow
              .block(part)
              .instructions.flatMap((each) => (each.kind === "maybe-throw" ? [each.unwind] : []));
            assert.deepEqual(
              [...new Set(targets)],
              targets.length === 0 ? [] : [controlFlow.unwindEdges[part]?.target],
            );
          }
          instructions.forEach((instruction, number) => {
            const { block, at } = controlFlow.pointIn(id, number);
            assert.ok(parts.includes(block));
            assert.equal(controlFlow.instruction(block, at), instruction);
          });
          if (parts.length > 1) divided += 1;
        }
      }),
      {
        runs: 300,
        log: (line) => {
          t.diagnostic(line);
        },
      },
    );
    assert.ok(divided > 100, `${divided} blocks were divided`);
  });

  it("has each edge at both of its ends, and orders blocks so that only back edges lead back", (t) => {
    checkProperty(
      fc.property(shapes, (drawn) => {
        const controlFlow = new ControlFlow(graphOf(drawn).graph);
        const position = (id: number): number => controlFlow.rpoIndex[id] ?? -1;
        const forward = controlFlow.order.flatMap((from) => controlFlow.successors(from).map((to) => `${from} ${to}`));
        const backward = controlFlow.order.flatMap((to) =>
          (controlFlow.incoming[to] ?? []).map(({ from, isBackEdge }) => {
            assert.equal(isBackEdge, position(to) <= position(from), `${from} ${to}`);
            return `${from} ${to}`;
          }),
        );
        assert.deepEqual(forward.sort(), backward.sort());
      }),
      {
        runs: 300,
        log: (line) => {
          t.diagnostic(line);
        },
      },
    );
  });
});
