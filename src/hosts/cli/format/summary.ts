import type { Report } from "../../../project/findings/report.js";

/** The counts of a report. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly suppressed: number;
  readonly files: number;
  readonly skipped: number;
  readonly functions: number;
}

/** Counts a report. */
export function summarize(report: Report): Summary {
  const errors = report.findings.filter(({ severity }) => severity === "error").length;
  return {
    errors,
    warnings: report.findings.length - errors,
    suppressed: report.suppressed.length,
    files: report.files,
    skipped: report.skipped,
    functions: report.functions,
  };
}
