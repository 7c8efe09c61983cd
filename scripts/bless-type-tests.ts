// Writes the expected errors of the type tests under their lines, from what the compilers report now. Review the
// difference before committing it. An error on a line that is not marked `// wrong` is a false alarm and is never
// written: the script prints it and fails.
//
// Usage: tsx scripts/bless-type-tests.ts
import { readFile, writeFile } from "node:fs/promises";
import { runTsc, tscVersions, type TscDiagnostic, type TscVersion } from "../src/conformance/tsc.js";
import { annotate, withoutExpectations } from "../test/support/annotate.js";
import { fromKit, kitFiles, sourcePaths } from "../test/support/kit.js";

const files = kitFiles();
for (const file of files) await writeFile(file, withoutExpectations(await readFile(file, "utf8")));

const reports = new Map<TscVersion, readonly TscDiagnostic[]>();
for (const version of tscVersions) {
  reports.set(version, (await runTsc(version, files, { compilerOptions: { paths: sourcePaths } })).diagnostics);
}

let failed = false;
for (const file of files) {
  const own = new Map(
    [...reports].map(([version, diagnostics]) => [version, diagnostics.filter((each) => each.file === file)]),
  );
  const { text, falseAlarms } = annotate(await readFile(file, "utf8"), own);
  await writeFile(file, text);
  for (const alarm of falseAlarms) console.error(`${fromKit(file)}:${alarm}`);
  failed ||= falseAlarms.length > 0;
}
for (const [version, diagnostics] of reports) {
  for (const { file, line, message } of diagnostics.filter((each) => !files.includes(each.file))) {
    console.error(`${version}: ${file}:${line} ${message}`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
