import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ControlFlowGraph } from "../../../src/checker/ir/control-flow-graph.js";
import { printMermaid } from "../../../src/checker/ir/print/mermaid.js";
import { printText } from "../../../src/checker/ir/print/text.js";
import { lowerFile } from "../../../src/checker/query/lower-file.js";
import { TypescriptOracle } from "../../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../../src/project/source/parse-file.js";
import { ts } from "../../../src/project/source/typescript.js";
import { virtualFile, virtualProgram } from "../../project/virtual-program.js";

function graphOf(text: string): ControlFlowGraph {
  const program = virtualProgram({
    "a.ts": `import type { Linear } from "../../src/index.js";\ninterface Token extends Linear {}\ndeclare function eat(token: Token): void;\n${text}`,
  });
  const parsed = parseFile(program, virtualFile(program, "a.ts"), false);
  assert.ok("ast" in parsed);
  const [index] = lowerFile(parsed.ast, new TypescriptOracle(ts, program, parsed.node));
  assert.ok(index !== undefined);
  return index.graph;
}

describe("the graph of a function that may consume its parameter", () => {
  const graph = graphOf("export function f(token: Token, c: boolean): void {\n  if (c) eat(token);\n}\n");

  it("reads as text: one instruction a line, in order, with both ways out of the branch", () => {
    const text = printText(graph);
    assert.match(
      text,
      /^fn f\nbb0:\n {2}storage-live _0 \(token\)\n {2}token = owned \(initial\)\n {2}branch true: bb\d+, false: bb\d+\n/,
    );
    const [, taken = ""] = /branch true: (bb\d+)/.exec(text) ?? [];
    assert.match(
      text,
      new RegExp(`\\n${taken}:\\n {2}move token \\(argument\\)\\n {2}call -> unwind bb\\d+\\n {2}goto bb\\d+\\n`),
    );
    assert.match(text, /\nbb\d+:\n {2}return\n/);
    assert.match(text, /\nbb\d+ \(cleanup\):\n {2}storage-dead _0 \(token\)\n/);
  });

  it("draws as mermaid: every block once, every edge between blocks there are, the exceptional one dotted", () => {
    const lines = printMermaid(graph).split("\n");
    const blocks = lines.flatMap((line) => /^ {2}(bb\d+)\["/.exec(line)?.[1] ?? []);
    assert.deepEqual(
      blocks,
      graph.blocks.map(({ id }) => `bb${id}`),
    );
    const edges = lines.flatMap((line) => /^ {2}(bb\d+) (-\.->|-->|-- \w+ -->) (bb\d+)$/.exec(line)?.slice(1) ?? []);
    assert.ok(edges.length > 0);
    assert.deepEqual(
      edges.filter((part) => part.startsWith("bb") && !blocks.includes(part)),
      [],
    );
    assert.equal(edges.filter((part) => part === "-.->").length, 1);
    assert.equal(edges.filter((part) => part === "-- true -->").length, 1);
  });
});
