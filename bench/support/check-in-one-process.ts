// Does what \`tsc --noEmit\` does, then runs the checker over the same program; prints both durations as JSON.
//
// Usage: tsx bench/support/check-in-one-process.ts FOLDER [--force]
import { checkProject } from "../../src/project/check-project.js";
import { loadConfig } from "../../src/project/config/load-config.js";
import { loadProject } from "../../src/project/program/load-project.js";
import { ts } from "../../src/project/source/typescript.js";

const [folder = ".", flag] = process.argv.slice(2);

const begin = performance.now();
loadConfig(folder);
const project = loadProject({ cwd: folder });
for (const { program } of project.parts) {
  const errors = [...ts.getPreEmitDiagnostics(program)];
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors.slice(0, 3), ts.createCompilerHost({})));
}
const typed = performance.now();
const report = checkProject(project, { force: flag === "--force" });
const checked = performance.now();

const { functions, skipped, files } = report;
console.log(
  JSON.stringify({
    tsc: typed - begin,
    checker: checked - typed,
    functions,
    skipped,
    files,
    findings: report.findings.length,
    unsupported: report.unsupported.length,
    failed: report.internalErrors.length,
  }),
);
