// How the checker's cost grows with the length of a function and the depth of its loops.
//
// For each length it prints the time per statement; a linear cost keeps it constant. The type checker's own time is
// not counted: every type is asked for once before the clock starts.
//
// Usage: tsx bench/function-length.ts
import { checkFile } from "../src/checker/check-file.js";
import { loadProject } from "../src/project/load-project.js";
import { TypescriptOracle } from "../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../src/project/parse-file.js";
import { ts } from "../src/project/typescript.js";
import { generateProject } from "./support/generated-project.js";
import { medianOf, milliseconds } from "./support/timed.js";

const prelude = `import type { Consume, Linear, Ref } from "movecheck";
interface Conn extends Linear { readonly id: number }
declare function make(): Conn; declare const eat: Consume<Conn, "eat">; declare function look(c: Ref<Conn>): boolean;
`;

/** A function of so many statements: values made, looked at in branches and loops, and consumed on every path. */
function long(statements: number): string {
  const block = (i: number): string => `  const c${i} = make();
  if (look(c${i})) {
    eat(c${i});
  } else {
    while (look(c${i})) { look(c${i}); }
    eat(c${i});
  }
`;
  return `${prelude}export function f(): void {\n${Array.from({ length: statements / 6 }, (_, i) => block(i)).join("")}}\n`;
}

/** One variable re-assigned in a chain of so many branches, so that every join meets another. */
function joins(statements: number): string {
  return `${prelude}export function f(): void {\n  let c = make();\n${Array.from({ length: statements / 3 }, () => "  if (look(c)) { eat(c); c = make(); }\n").join("")}  eat(c);\n}\n`;
}

/** Loops in loops, with a value that each level consumes and makes again. */
function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, i) => `${"  ".repeat(i + 1)}while (look(c)) {\n${"  ".repeat(i + 2)}const c${i} = make(); eat(c); c = make();\n`);
  const close = Array.from({ length: depth }, (_, i) => `${"  ".repeat(depth - i + 1)}eat(c${depth - i - 1});\n${"  ".repeat(depth - i)}}\n`);
  return `${prelude}export function f(): void {\n  let c = make();\n${open.join("")}${close.join("")}  eat(c);\n}\n`;
}

function time(text: string): { checked: number; diagnostics: number; unsupported: number } {
  using project = generateProject(0, { "src/a.ts": text });
  const [part] = loadProject({ cwd: project.folder }).parts;
  if (part === undefined) throw new Error("no program");
  const [file] = part.sourceFiles;
  const parsed = file === undefined ? undefined : parseFile(part.program, file, false);
  if (parsed === undefined || "message" in parsed) throw new Error(parsed?.message);
  part.program.getSemanticDiagnostics(file);
  const oracle = new TypescriptOracle(ts, part.program, parsed.node);
  let result = checkFile(parsed.ast, oracle);
  const { median } = medianOf(3, () => {
    const begin = performance.now();
    result = checkFile(parsed.ast, oracle);
    return performance.now() - begin;
  });
  return { checked: median, diagnostics: result.diagnostics.length, unsupported: result.unsupported.length };
}

const lengths = [1_000, 5_000, 10_000, 50_000];
for (const [name, program] of [["values consumed on branches", long], ["one variable through many joins", joins]] as const) {
  console.log(name);
  let base: number | undefined;
  for (const length of lengths) {
    const { checked, diagnostics, unsupported } = time(program(length));
    const each = (1000 * checked) / length;
    base ??= each;
    console.log(`  ${String(length).padStart(6)} statements: ${milliseconds(checked).padStart(9)}, ${each.toFixed(1)} us each, ${(each / base).toFixed(2)} of the first; ${diagnostics} diagnostics, ${unsupported} unsupported`);
  }
}
console.log("loops in loops");
for (const depth of [5, 10, 20, 30]) {
  const { checked, diagnostics, unsupported } = time(nested(depth));
  console.log(`  ${String(depth).padStart(6)} deep: ${milliseconds(checked).padStart(9)}; ${diagnostics} diagnostics, ${unsupported} unsupported`);
}
