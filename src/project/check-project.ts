import { checkSourceFile } from "./check-source-file.js";
import type { CheckSourceFileOptions } from "./check-source-file.js";
import { configurationOf } from "./config/configuration-of.js";
import { ts } from "./source/typescript.js";
import type { Finding } from "./findings/finding.js";
import type { Project } from "./program/load-project.js";
import type { InternalError, Report, Suppressed, UnsupportedPlace } from "./findings/report.js";

/** Told after each file. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Checks all files of a loaded project.
 *
 * A file that movecheck itself fails on is listed as an internal error; the rest is still checked.
 *
 * @param project see `loadProject`
 * @param onProgress told after each file
 */
export function checkProject(
  project: Project,
  options: CheckSourceFileOptions = {},
  onProgress: OnProgress = () => undefined,
): Report {
  const files = project.parts
    .flatMap(({ program, sourceFiles }) => sourceFiles.map((file) => ({ program, file })))
    .sort((a, b) => (a.file.fileName < b.file.fileName ? -1 : 1));
  const findings: Finding[] = [];
  const suppressed: Suppressed[] = [];
  const unsupported: UnsupportedPlace[] = [];
  const internalErrors: InternalError[] = [];
  let skipped = 0;
  let functions = 0;
  files.forEach(({ program, file }, index) => {
    try {
      const resources = options.resources ?? configurationOf(ts, program).configuration.tableFor(file.fileName);
      const check = checkSourceFile(program, file, { ...options, resources });
      findings.push(...check.findings);
      suppressed.push(...check.suppressed);
      if (check.result === undefined) skipped += 1;
      else {
        functions += check.result.functions;
        unsupported.push(...check.result.unsupported.map(({ span, what }) => ({ source: check.source, span, what })));
      }
    } catch (error) {
      internalErrors.push({ file: file.fileName, error });
    }
    onProgress(index + 1, files.length);
  });
  return { findings, suppressed, unsupported, internalErrors, files: files.length, skipped, functions };
}
