import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Report } from "../findings/report.js";
import { pathsFrom } from "./baseline.js";
import type { Baseline } from "./baseline.js";
import { compare } from "./compare.js";

/**
 * Takes out of a report what a baseline knows.
 *
 * @param file absolute path of the baseline
 * @param checked absolute paths of the files that the run checked
 */
export function applyBaseline(report: Report, baseline: Baseline, file: string, checked: readonly string[]): Report {
  const folder = dirname(file);
  const pathOf = pathsFrom(folder);
  const paths = new Set(checked.map(pathOf));
  const { fresh, known, gone } = compare(baseline, {
    findings: report.findings,
    pathOf,
    checked: (path) => paths.has(path),
    exists: (path) => existsSync(join(folder, path)),
  });
  return {
    ...report,
    findings: fresh,
    baseline: { file, known, gone: gone.map((each) => ({ ...each, file: join(folder, each.file) })) },
  };
}
