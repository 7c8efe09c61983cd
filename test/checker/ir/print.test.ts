import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ControlFlowGraph } from "../../../src/checker/ir/control-flow-graph.js";
import { printMermaid } from "../../../src/checker/ir/print/mermaid.js";
import { printText } from "../../../src/checker/ir/print/text.js";
import { analyseFunctions } from "../../../src/checker/pipeline.js";
import { TypescriptOracle } from "../../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../../src/project/source/parse-file.js";
import { ts } from "../../../src/project/source/typescript.js";
import { virtualFile, virtualProgram } from "../../project/virtual-program.js";

function graphOf(text: string): ControlFlowGraph {
  const program = virtualProgram({
    "a.ts": `import type { Linear } from "../../src/index.js";\ninterface Token extends Linear {}\ndeclare function eat(token: Token): void;\ndeclare function make(): Token;\n${text}`,
  });
  const parsed = parseFile(program, virtualFile(program, "a.ts"), false);
  assert.ok("ast" in parsed);
  const [analysis] = analyseFunctions(parsed.ast, new TypescriptOracle(ts, program, parsed.node), {});
  assert.ok(analysis !== undefined);
  return analysis.graph;
}

describe("the graph of a function that may consume its parameter", () => {
  const graph = graphOf("export function f(token: Token, c: boolean): void {\n  if (c) eat(token);\n}\n");

  it("reads as text: its locals, then one instruction a line, what an exception leads to last", () => {
    assert.equal(
      printText(graph),
      `fn f
  let token: Token (parameter)

bb0:
  storage-live token
  token = owned (initial)
  branch true: bb4, false: bb5

bb4:
  move token (argument of eat)
  maybe-throw (call) -> unwind bb7
  goto bb3

bb5:
  goto bb3

bb3:
  storage-dead token
  goto bb1

bb1:
  return

bb7 (cleanup):
  storage-dead token
  goto bb2

bb2 (cleanup):
  resume`,
    );
  });

  it("says beside each block what is known there", () => {
    const annotations = { atEntry: (id: number) => (id === 4 ? ["token: live"] : []) };
    assert.match(printText(graph, annotations), /\nbb4:\n {2}\/\/ token: live\n {2}move token/);
    assert.match(printMermaid(graph, annotations), /bb4\["bb4<br>\/\/ token: live<br>move token/);
  });

  it("draws as mermaid: every block once, every edge between blocks there are, the exceptional one dotted", () => {
    const lines = printMermaid(graph).split("\n");
    const blocks = lines.flatMap((line) => /^ {2}(bb\d+)\["/.exec(line)?.[1] ?? []);
    assert.deepEqual(blocks, ["bb0", "bb4", "bb5", "bb3", "bb1", "bb7", "bb2"]);
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

describe("a graph that is printed", () => {
  it("tells variables of one name apart by their numbers", () => {
    const graph = graphOf(
      "export function f(token: Token): void {\n  { const token = make(); eat(token); }\n  eat(token);\n}\n",
    );
    const text = printText(graph);
    assert.match(text, /let token#0: Token \(parameter\)/);
    assert.match(text, /move token#2 \(argument of eat\)/);
    assert.match(text, /move token#0 \(argument of eat\)/);
  });

  it("shows code that nothing leads to, and no empty blocks", () => {
    const graph = graphOf("export function f(token: Token): void {\n  eat(token);\n  return;\n  eat(token);\n}\n");
    const text = printText(graph);
    assert.match(text, /\nbb\d+ \(unreachable\):\n {2}move token \(argument of eat\)\n/);
    assert.doesNotMatch(text, /\n\nbb\d+[^\n]*:\n {2}unreachable/);
  });

  it("escapes in mermaid what a label takes for markup", () => {
    const graph = graphOf("export function f(list: Token[]): Token[] {\n  eat(list[0]!);\n  return list;\n}\n");
    const labels = [...printMermaid(graph).matchAll(/\["(.*)"\]/g)].map(([, label = ""]) =>
      label.replaceAll("<br>", " "),
    );
    assert.ok(labels.some((label) => label.includes("maybe-throw (call) -#gt; unwind")));
    assert.deepEqual(
      labels.filter((label) => /[<>"]/.test(label)),
      [],
    );
  });
});
