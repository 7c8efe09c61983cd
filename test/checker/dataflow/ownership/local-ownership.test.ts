// Ownership is solved at the nodes of a local's sparse graph only; here, against a plain solution of every block.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { FlowIndex } from "../../../../src/checker/dataflow/sparse/flow-index.js";
import { LocalOwnership } from "../../../../src/checker/dataflow/ownership/local-ownership.js";
import type { Local } from "../../../../src/checker/ir/local.js";
import { expandLeaves } from "../../../../src/checker/ir/move-path.js";
import { analyseFunctions } from "../../../../src/checker/pipeline.js";
import { TypescriptOracle } from "../../../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../../../src/project/source/parse-file.js";
import { ts } from "../../../../src/project/source/typescript.js";
import { programOf } from "../../../differential/checker/program.js";
import { generate } from "../../../differential/generator/generate.js";
import { printTypescript, typescriptPrelude } from "../../../differential/print/typescript.js";
import { checkProperty } from "../../support/check-property.js";
import { flowOf } from "../../support/flow-of.js";
import { plainOwnership, printState } from "../../support/plain-ownership.js";
import { graphOf, randomGraphs } from "../../support/random-graph.js";

/** Compares the state at the beginning of each block, before each occurrence, and where calls may throw; how many there were. */
function compare(flow: FlowIndex, local: Local): number {
  const { controlFlow } = flow;
  const plain = plainOwnership(controlFlow.graph, local);
  const ownership = new LocalOwnership(flow, local);
  let compared = 0;
  const same = (where: string, found: string, expected: string | undefined): void => {
    assert.equal(found, expected, where);
    compared += 1;
  };
  for (const block of controlFlow.order) {
    const whole = controlFlow.wholeOf(block);
    const parts = controlFlow.partsOf(whole);
    const offset = parts
      .slice(0, parts.indexOf(block))
      .reduce((sum, part) => sum + controlFlow.block(part).instructions.length, 0);
    const expected = (at: number): string | undefined => plain.get(whole)?.[offset + at];
    same(`${local.name} at bb${block}`, printState(local, ownership.entry(block)), expected(0));
    ownership.walk(block, {
      before: (_instruction, state, at) => {
        same(`${local.name} at bb${block}:${at}`, printState(local, state), expected(at));
        same(`${local.name} before bb${block}:${at}`, printState(local, ownership.before(block, at)), expected(at));
      },
      unwind: (_to, state, at) => {
        same(`${local.name} thrown at bb${block}:${at}`, printState(local, state), expected(at));
      },
    });
  }
  return compared;
}

describe("ownership at nodes is ownership at all blocks", () => {
  for (const [name, shape, runs] of [
    ["small graphs", { blocks: 10, hubs: 3, steps: 5, calls: 1, branches: 3 }, 3_000],
    ["graphs with many edges into few blocks", { blocks: 150, hubs: 1, steps: 1, calls: 25, branches: 150 }, 500],
    [
      "graphs in which many calls throw to many places",
      { blocks: 25, hubs: 20, steps: 8, calls: 3, branches: 10 },
      500,
    ],
  ] as const) {
    it(`on ${name}`, (t) => {
      checkProperty(
        fc.property(randomGraphs(shape), (drawn) => {
          const { graph, local } = graphOf(drawn);
          compare(flowOf(graph), local);
        }),
        {
          runs,
          log: (line) => {
            t.diagnostic(line);
          },
        },
      );
    });
  }

  it("on 600 generated functions with closures, try, throw and using", () => {
    const functions = Array.from({ length: 600 }, (_, at) =>
      printTypescript(`f${at}`, generate(20_261_124, at, { closures: true, exceptions: true })).lines.join("\n"),
    );
    const { program, file } = programOf([typescriptPrelude, ...functions].join("\n"));
    const parsed = parseFile(program, file, false);
    assert.ok("ast" in parsed);
    let compared = 0;
    let owed = 0;
    for (const { graph } of analyseFunctions(parsed.ast, new TypescriptOracle(ts, program, parsed.node), {})) {
      const flow = flowOf(graph);
      for (const local of graph.locals) {
        expandLeaves(local);
        compared += compare(flow, local);
        owed += [...plainOwnership(graph, local).values()]
          .flat()
          .filter((state) => !/^[^|]*\| \| $/u.test(state)).length;
      }
    }
    assert.ok(compared > 50_000, `${compared} states`);
    assert.ok(owed > 5_000, `${owed} of them owe`);
  });
});
