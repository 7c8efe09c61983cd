import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { ControlFlowGraph } from "../../../src/checker/ir/control-flow-graph.js";
import { plainName } from "../../../src/checker/ir/print/local-names.js";
import { shownBlocks } from "../../../src/checker/ir/print/shown-blocks.js";
import { printInstruction, printText } from "../../../src/checker/ir/print/text.js";
import { TypescriptOracle } from "../../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../../src/project/source/parse-file.js";
import { ts } from "../../../src/project/source/typescript.js";
import { virtualFile, virtualProgram } from "../../project/virtual-program.js";
import { lowerBodies } from "./lower-bodies.js";

const root = fileURLToPath(new URL("../lower/fixtures/", import.meta.url));
const kit = readFileSync(fileURLToPath(new URL("../fixtures/kit.ts", import.meta.url)), "utf8");

/** One construct of the language: its source, and the graphs that it is lowered to. */
interface Golden {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  /** What is lowered for each line: see {@link byLine}. */
  readonly lowered: ReadonlyMap<number, readonly string[]>;
  /** Where the graphs are kept. */
  readonly file: string;
  /** The graphs of its bodies as they are lowered now, in order of position. */
  readonly graphs: readonly ControlFlowGraph[];
  readonly printed: string;
}

/** The areas of fixtures: a folder for each part of the lowering. */
export const areas: readonly string[] = readdirSync(root).sort();

const flat = (name: string): string => name.replaceAll("/", "--");

/** The files below a folder, by their path in it, in order. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** Lowers the fixtures of an area with the compiler's types. */
export function readGoldens(area: string): Golden[] {
  const folder = join(root, area);
  const names = filesOf(folder).filter((name) => /\.tsx?$/.test(name));
  const sources = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const program = virtualProgram(
    {
      ...Object.fromEntries(
        [...sources].map(([name, source]) => [
          flat(name),
          source.replace(/"(?:\.\.\/)+fixtures\/kit\.js"/, '"./kit.js"'),
        ]),
      ),
      "kit.ts": kit,
    },
    { jsx: ts.JsxEmit.Preserve },
  );
  return [...sources].map(([file, source]) => {
    const virtual = virtualFile(program, flat(file));
    const errors = [...program.getSyntacticDiagnostics(virtual), ...program.getSemanticDiagnostics(virtual)];
    assert.deepEqual(
      errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "; ")),
      [],
      `${area}/${file}`,
    );
    const parsed = parseFile(program, virtual, false);
    assert.ok("ast" in parsed);
    const graphs = lowerBodies(parsed.ast, new TypescriptOracle(ts, program, parsed.node)).sort(
      (a, b) => a.node.range[0] - b.node.range[0],
    );
    const name = file.replace(/\.tsx?$/, "");
    return {
      name,
      path: join(folder, file),
      source,
      lowered: byLine(virtual.text, graphs),
      file: join(folder, `${name}.cfg`),
      graphs,
      printed: `${graphs.map((graph) => printText(graph)).join("\n\n")}\n`,
    };
  });
}

/** Writes the graphs of an area as they are now, and takes away those without a source. */
export function writeGoldens(area: string): string[] {
  const goldens = readGoldens(area);
  const kept = new Set(goldens.map(({ file }) => file));
  for (const name of filesOf(join(root, area)))
    if (name.endsWith(".cfg") && !kept.has(join(root, area, name))) rmSync(join(root, area, name));
  return goldens.flatMap(({ file, printed }) => {
    if (existsSync(file) && readFileSync(file, "utf8") === printed) return [];
    writeFileSync(file, printed);
    return [relative(root, file)];
  });
}

/**
 * Tests an area of the lowering: each fixture's graphs are the recorded ones, and its lines do what they say they do.
 *
 * A line says so in a comment, `//=> move token (argument of eat); maybe-throw (call)`: what is lowered for that line, in
 * order of evaluation, but for the beginnings and ends of storage. These are written by hand: rewriting all the goldens
 * leaves them alone.
 */
export function testGoldens(area: string): void {
  describe(`${area}, as it is lowered`, () => {
    for (const { name, source, lowered, file, graphs, printed } of readGoldens(area)) {
      const title = /\bknown-gap-/.test(name) ? `known gap: ${name}` : name;
      it(`${title}: the graph`, () => {
        const recorded = existsSync(file) ? readFileSync(file, "utf8") : "";
        assert.equal(printed, recorded, `npm run goldens:write, after a look at the difference`);
        assert.deepEqual(
          graphs.flatMap(({ unsupported }) => unsupported),
          [],
        );
      });

      it(`${title}: what its lines say`, () => {
        const marked = [...source.split("\n").entries()].flatMap(([line, text]) => {
          const [, expected] = /\/\/=> (.*)$/.exec(text) ?? [];
          return expected === undefined ? [] : [{ line: line + 1, expected: expected.split("; ") }];
        });
        assert.ok(marked.length > 0, "a fixture says of one line at least what is lowered for it");
        assert.deepEqual(
          marked.map(({ line }) => ({ line, expected: lowered.get(line) ?? [] })),
          marked,
        );
      });
    }
    it("has no graph without a source", () => {
      const names = filesOf(join(root, area));
      assert.deepEqual(
        names.filter(
          (name) =>
            name.endsWith(".cfg") && !["ts", "tsx"].some((ending) => names.includes(name.replace(/cfg$/, ending))),
        ),
        [],
      );
    });
  });
}

/** What is lowered for each line: every instruction once, however many copies of a finalizer it is in. */
function byLine(source: string, graphs: readonly ControlFlowGraph[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const add = (node: { readonly range: readonly [number, number] }, text: string, seen: Set<string>): void => {
    const key = `${node.range.join(" ")} ${text}`;
    if (seen.has(key)) return;
    seen.add(key);
    const line = source.slice(0, node.range[0]).split("\n").length;
    found.set(line, [...(found.get(line) ?? []), text]);
  };
  for (const graph of graphs) {
    const seen = new Set<string>();
    for (const { block } of shownBlocks(graph)) {
      for (const instruction of block.instructions)
        if (instruction.kind !== "storage-live" && instruction.kind !== "storage-dead")
          add(
            instruction.node,
            printInstruction(instruction, (local) => (local.kind === "temporary" ? "_" : plainName(local))).replace(
              / -> unwind bb\d+$/,
              "",
            ),
            seen,
          );
      if (block.terminal.kind === "branch") add(block.terminal.test, "branch", seen);
    }
  }
  return found;
}
