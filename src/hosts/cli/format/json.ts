import type { Finding } from "../../../project/findings/finding.js";
import type { Format } from "./format.js";
import { regionOf } from "./region.js";
import { relativePath } from "./relative-path.js";
import { baselineSummary } from "./baseline-summary.js";
import { summarize } from "./summary.js";

/** One JSON document with every finding; lines and columns count from 1, files are relative to the working directory. */
export const json: Format = (report, { cwd }) => {
  const path = (file: string): string => relativePath(cwd, file);
  const document = {
    diagnostics: report.findings.map((finding) => jsonFinding(finding, path)),
    summary: {
      ...summarize(report),
      unsupported: report.unsupported.map(({ source, span, what }) => {
        const { line, column } = regionOf(source, span);
        return { file: path(source.file), line, column, what };
      }),
      ...(report.baseline === undefined ? {} : { baseline: baselineSummary(report.baseline, cwd) }),
      internalErrors: report.internalErrors.map(({ file }) => path(file)),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};

function jsonFinding(finding: Finding, path: (file: string) => string): object {
  const { source, code, severity, message, span, help, related, fix } = finding;
  return {
    file: path(source.file),
    ...regionOf(source, span),
    code,
    severity,
    message,
    help: help ?? null,
    related: related.map((place) => {
      const { line, column } = regionOf(place.source, place.span);
      return { file: path(place.source.file), line, column, message: place.message };
    }),
    fix:
      fix === undefined
        ? null
        : {
            title: fix.title,
            edits: fix.edits.map((edit) => ({ ...regionOf(source, edit.span), newText: edit.newText })),
          },
  };
}
