// How the checker's cost grows with the length of a function and the depth of its loops.
//
// For each length it prints the time per statement; a linear cost keeps it constant. The type checker's own time is
// not counted: every type is asked for once before the clock starts.
//
// Usage: tsx bench/function-length.ts
import { checkFile } from "../src/checker/check-file.js";
import { loadProject } from "../src/project/program/load-project.js";
import { TypescriptOracle } from "../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../src/project/source/parse-file.js";
import { ts } from "../src/project/source/typescript.js";
import { generateProject } from "./support/generated-project.js";
import { longFunctions, nested } from "./support/long-functions.js";
import { readArguments } from "./support/read-arguments.js";
import { medianOf, milliseconds } from "./support/timed.js";

readArguments({ usage: "tsx bench/function-length.ts" });

const LENGTHS = [1_000, 5_000, 10_000, 50_000];
/** A length that would take longer, tsc's own work included, is left out. In milliseconds. */
const MOST = 60_000;
/** "The containing function or module body is too large for control flow analysis": tsc says so, and tells no types that depend on it. */
const TOO_LARGE = 2563;

function time(
  text: string,
  runs: number,
): { checked: number; diagnostics: number; unsupported: number; tooLarge: boolean } {
  using project = generateProject(0, { "src/a.ts": text });
  const [part] = loadProject({ cwd: project.folder }).parts;
  if (part === undefined) throw new Error("no program");
  const [file] = part.sourceFiles;
  const parsed = file === undefined ? undefined : parseFile(part.program, file, false);
  if (parsed === undefined || "message" in parsed) throw new Error(parsed?.message);
  const [error] = part.program.getSemanticDiagnostics(file);
  if (error !== undefined && error.code !== TOO_LARGE)
    throw new Error(ts.flattenDiagnosticMessageText(error.messageText, "\n"));
  const oracle = new TypescriptOracle(ts, part.program, parsed.node);
  let result = checkFile(parsed.ast, oracle);
  const { median } = medianOf(runs, () => {
    const begin = performance.now();
    result = checkFile(parsed.ast, oracle);
    return performance.now() - begin;
  });
  return {
    checked: median,
    diagnostics: result.diagnostics.length,
    unsupported: result.unsupported.length,
    tooLarge: error !== undefined,
  };
}

// Once for the engine, which compiles what runs often.
for (const [, program] of longFunctions) time(program(2_000), 3);
for (const [name, program] of longFunctions) {
  console.log(name);
  const measured: { readonly length: number; readonly checked: number; readonly total: number }[] = [];
  for (const length of LENGTHS) {
    const [before, last] = measured.slice(-2);
    if (before !== undefined && last !== undefined) {
      // As steep as from the last length but one to the last.
      const steepness = Math.log(last.total / before.total) / Math.log(last.length / before.length);
      const expected = last.total * (length / last.length) ** steepness;
      if (expected > MOST) {
        console.log(
          `  ${String(length).padStart(6)} statements: skipped, with the work of tsc it would take about ${(expected / 1000).toFixed(0)} s`,
        );
        continue;
      }
    }
    const begin = performance.now();
    const { checked, diagnostics, unsupported, tooLarge } = time(program(length), length > 10_000 ? 1 : 3);
    measured.push({ length, checked, total: performance.now() - begin });
    const each = (1000 * checked) / length;
    const base = (1000 * (measured[0]?.checked ?? NaN)) / (measured[0]?.length ?? NaN);
    console.log(
      `  ${String(length).padStart(6)} statements: ${milliseconds(checked).padStart(9)}, ${each.toFixed(1).padStart(6)} us each, ${(each / base).toFixed(2)} of the first; ${diagnostics} diagnostics, ${unsupported} unsupported${tooLarge ? "; too large for tsc (TS2563)" : ""}`,
    );
  }
}
console.log("loops in loops");
for (const depth of [5, 10, 20, 30]) {
  const { checked, diagnostics, unsupported } = time(nested(depth), 3);
  console.log(
    `  ${String(depth).padStart(6)} deep: ${milliseconds(checked).padStart(9)}; ${diagnostics} diagnostics, ${unsupported} unsupported`,
  );
}
