// Checks one unpacked package, every file of it, and prints what came of it as JSON.
//
// Usage: tsx scripts/real-code/check-package.ts FOLDER
import { checkFile } from "../../src/checker/check-file.js";
import { checkSourceFile } from "../../src/project/check-source-file.js";
import { loadProject } from "../../src/project/program/load-project.js";
import { TypescriptOracle } from "../../src/project/oracle/typescript-oracle.js";
import { parseFile } from "../../src/project/source/parse-file.js";
import { SourceText } from "../../src/project/source/source-text.js";
import { ts } from "../../src/project/source/typescript.js";
import type { PackageResult } from "./result.js";
import { StressOracle } from "./stress-oracle.js";

const [folder = "."] = process.argv.slice(2);
const begin = performance.now();
const { parts } = loadProject({ cwd: folder, project: "movecheck.tsconfig.json" });
const loaded = performance.now();

const result: { -readonly [K in keyof PackageResult]: PackageResult[K] } = {
  files: 0,
  lines: 0,
  functions: 0,
  syntaxErrors: 0,
  loadSeconds: (loaded - begin) / 1000,
  checkSeconds: 0,
  stressSeconds: 0,
  slowest: { file: "", seconds: 0 },
  diagnostics: [],
  unsupported: {},
  failures: [],
};

/** Where something is, for the report. */
function place(file: string, text: string, offset: number): string {
  return `${file.slice(folder.length + 1)}:${new SourceText(file, text).positionAt(offset).line}`;
}

for (const { program, sourceFiles } of parts) {
  // Type-checking is not what is measured.
  const files = sourceFiles.filter((file) => {
    result.files += 1;
    result.lines += file.getLineStarts().length;
    if (program.getSyntacticDiagnostics(file).length === 0) return true;
    result.syntaxErrors += 1;
    return false;
  });
  for (const file of files) {
    const start = performance.now();
    try {
      const { result: checked, findings } = checkSourceFile(program, file, { force: true });
      result.functions += checked?.functions ?? 0;
      result.diagnostics.push(
        ...findings.map(
          ({ code, message, span }) => `${place(file.fileName, file.text, span.start)}: ${code} ${message}`,
        ),
      );
      for (const { what } of checked?.unsupported ?? []) result.unsupported[what] = (result.unsupported[what] ?? 0) + 1;
    } catch (error) {
      result.failures.push(
        `${file.fileName.slice(folder.length + 1)}: ${error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" ") : String(error)}`,
      );
    }
    const seconds = (performance.now() - start) / 1000;
    result.checkSeconds += seconds;
    if (seconds > result.slowest.seconds) result.slowest = { file: file.fileName.slice(folder.length + 1), seconds };
  }
  for (const file of files) {
    const start = performance.now();
    try {
      const parsed = parseFile(program, file, false);
      if ("message" in parsed) continue;
      checkFile(parsed.ast, new StressOracle(new TypescriptOracle(ts, program, parsed.node)), { lowerAll: true });
    } catch (error) {
      result.failures.push(
        `stress: ${file.fileName.slice(folder.length + 1)}: ${error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" ") : String(error)}`,
      );
    }
    const seconds = (performance.now() - start) / 1000;
    result.stressSeconds += seconds;
    if (seconds > 2)
      process.stderr.write(`  stress ${file.fileName.slice(folder.length + 1)}: ${seconds.toFixed(1)} s\n`);
  }
}
console.log(JSON.stringify(result));
