// What hover says of a place is what the checks know of it: over the whole catalogue, and over generated functions.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type TypeScript from "typescript";
import type { FunctionAnalysis } from "../../../src/checker/analysis/function-analysis.js";
import type { Diagnostic, Related } from "../../../src/checker/diagnostics/diagnostic.js";
import { moved } from "../../../src/checker/diagnostics/messages.js";
import { analyseFunctions, checkFunctions } from "../../../src/checker/pipeline.js";
import type { MoveSite, PlaceState } from "../../../src/checker/query/file-facts.js";
import { stateAt } from "../../../src/checker/query/place-state.js";
import { isWithinSpan, type Span } from "../../../src/checker/syntax/span.js";
import { strictOptions } from "../../../src/conformance/tsc.js";
import { caseOptions } from "../../../src/conformance/layers/case-options.js";
import { TypescriptOracle } from "../../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../../src/project/source/parse-file.js";
import { ts } from "../../../src/project/source/typescript.js";
import { programOf } from "../../differential/checker/program.js";
import { generate } from "../../differential/generator/generate.js";
import { printTypescript, typescriptPrelude } from "../../differential/print/typescript.js";
import { root } from "../../support/kit.js";

/** How much was compared: misuses that hover agrees with, and uses that hover calls moved. */
interface Compared {
  misuses: number;
  moved: number;
}

const IN_CLOSURE: readonly string[] = [moved.useInClosure, moved.borrowInClosure];
const MOVES: readonly string[] = [
  moved.here,
  moved.hereInLoop,
  moved.intoClosure,
  moved.intoClosureInLoop,
  moved.useInClosure,
];

/** Compares the states of all places of a file with what is reported in it. */
function compare(program: TypeScript.Program, file: TypeScript.SourceFile, compared: Compared): void {
  const parsed = parseFile(program, file, false);
  assert.ok("ast" in parsed);
  const analyses = [...analyseFunctions(parsed.ast, new TypescriptOracle(ts, program, parsed.node), {})];
  const misuses = checkFunctions(analyses).diagnostics.filter(({ code }) => code === "MC0382");
  const place = (at: number): string => {
    const { line, character } = file.getLineAndCharacterOfPosition(at);
    return `${file.fileName}:${line + 1}:${character + 1}: ${file.text.slice(at, at + 40)}`;
  };
  for (const misuse of misuses) {
    const [used = ""] = /(?<=`).*(?=`)/u.exec(misuse.message) ?? [];
    const states = statesOf(analyses, file.text, misuse, used);
    assert.ok(
      states.length > 0,
      `${misuse.message} is reported, but hover knows nothing at ${place(misuse.span.start)}`,
    );
    for (const state of states) {
      assert.notEqual(
        state.state,
        "live",
        `${misuse.message} is reported where hover says live: ${place(state.span.start)}`,
      );
      if (state.place === used)
        assert.equal(
          state.partially,
          misuse.message.includes(" of partially moved value"),
          `${misuse.message}: hover says ${state.partially ? "partially moved" : "moved"}: ${place(state.span.start)}`,
        );
    }
    compared.misuses += 1;
  }
  for (const { node, used } of usesIn(analyses)) {
    const state = stateAt(analyses, node[1]);
    if (state === undefined || state.state === "live" || state.place !== used) continue;
    assert.ok(state.moves.length > 0, `hover knows no move of ${used} at ${place(node[0])}`);
    assert.ok(
      misuses.some((misuse) => sharesMove(misuse, state.moves)),
      `hover says that ${used} is moved, but no use after these moves is reported: ${place(node[0])}`,
    );
    compared.moved += 1;
  }
}

/** What hover says at the uses that a diagnostic is about: in a closure where it says so, else wherever the place is written. */
function statesOf(
  analyses: readonly FunctionAnalysis[],
  text: string,
  { span, related }: Diagnostic,
  used: string,
): PlaceState[] {
  const isClosure = /^(?:async\b|function\b|class\b|\(|<|\w+\s*=>|\w+\s*\()/u.test(text.slice(span.start, span.end));
  const inside = isClosure
    ? related
        .filter((each) => IN_CLOSURE.includes(each.message) && isWithinSpan(each.span, span))
        .map((each) => each.span)
    : [];
  const spans: readonly Span[] = inside.length > 0 ? inside : [span];
  return spans.flatMap(({ start, end }) => {
    const name = used.split(/[.[]/u)[0] ?? used;
    const written = [...text.slice(start, end).matchAll(/[\w$]+/gu)].filter(([word]) => word === name);
    // In a pattern (`const { fd } = slot`) the name of the field stands for the place.
    const offsets = inside.length > 0 || written.length === 0 ? [end] : written.map(({ index }) => start + index);
    return offsets.flatMap((offset) => {
      const state = stateAt(analyses, offset);
      // The whole chain: of `p` in `p.a` nothing need be moved.
      const chain = state === undefined ? undefined : stateAt(analyses, lengthened(text, state.span.end, used, name));
      return chain ?? state ?? [];
    });
  });
}

/** Where a chain of names ends that begins with one that ends here. */
function lengthened(text: string, end: number, used: string, name: string): number {
  const rest = used.slice(name.length);
  return text.startsWith(rest, end) ? end + rest.length : end;
}

/** Every use of a named place: where it is written, and the place as the checks know it. */
function usesIn(
  analyses: readonly FunctionAnalysis[],
): { readonly node: readonly [number, number]; readonly used: string }[] {
  return analyses.flatMap(({ controlFlow }) =>
    controlFlow.order.flatMap((block) =>
      controlFlow
        .block(block)
        .instructions.flatMap((instruction) =>
          (instruction.kind === "use" || instruction.kind === "move") && instruction.place.local.kind !== "temporary"
            ? [{ node: instruction.node.range, used: instruction.place.text }]
            : [],
        ),
    ),
  );
}

function sharesMove(misuse: Diagnostic, moves: readonly MoveSite[]): boolean {
  const told: Span[] = misuse.related.filter(({ message }: Related) => MOVES.includes(message)).map(({ span }) => span);
  if (misuse.label === moved.labelSame) told.push(misuse.span);
  return told.some((each) => moves.some(({ span }) => span.start === each.start && span.end === each.end));
}

describe("hover and the checks tell the same of a place", () => {
  it("over the whole catalogue", () => {
    const folder = join(root, "type-tests/catalogue");
    const files = readdirSync(folder)
      .map((name) => join(folder, name, "case.ts"))
      .filter((file) => existsSync(file));
    const { options } = ts.convertCompilerOptionsFromJson({ ...strictOptions, ...caseOptions() }, ".");
    const program = ts.createProgram(files, options);
    const compared: Compared = { misuses: 0, moved: 0 };
    for (const file of files) compare(program, program.getSourceFile(file)!, compared);
    assert.ok(compared.misuses >= 100 && compared.moved >= 90, JSON.stringify(compared));
  });

  it("over 300 generated functions", (t) => {
    const seed = 20_261_125;
    t.diagnostic(`seed ${seed}`);
    const functions = Array.from({ length: 300 }, (_, at) =>
      printTypescript(`f${at}`, generate(seed, at, { closures: at % 2 === 0, exceptions: true })).lines.join("\n"),
    );
    const { program, file } = programOf([typescriptPrelude, ...functions].join("\n"));
    const compared: Compared = { misuses: 0, moved: 0 };
    compare(program, file, compared);
    assert.ok(compared.misuses > 150 && compared.moved > 200, JSON.stringify(compared));
  });
});
