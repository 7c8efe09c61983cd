import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import type { Span } from "../../../checker/syntax/span.js";
import type { Finding } from "../../../project/findings/finding.js";
import type { SourceText } from "../../../project/source/source-text.js";
import { findRule } from "./rules.js";
import type { Format } from "./format.js";
import { regionOf } from "./region.js";
import { relativePath } from "./relative-path.js";

/** The base that relative artifact locations are resolved against. */
const BASE = "SRCROOT";

/**
 * SARIF 2.1.0, for code scanning services and editors.
 *
 * Suppressed findings are listed too, each with its suppression and reason, as the format provides for; what a
 * baseline knows counts as suppressed, too.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 */
export const sarif: Format = (report, { cwd, version }) => {
  const all = [
    ...report.findings.map((finding) => ({ finding, suppression: undefined })),
    ...report.suppressed.map(({ finding, reason }) => ({
      finding,
      suppression: { kind: "inSource", justification: reason },
    })),
    ...(report.baseline?.known ?? []).map((finding) => ({
      finding,
      suppression: { kind: "external", justification: basename(report.baseline?.file ?? "") },
    })),
  ];
  const codes = [...new Set(all.map(({ finding }) => finding.code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "movecheck",
            version,
            informationUri: "https://www.npmjs.com/package/movecheck",
            rules: codes.map((code) => rule(code)),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [BASE]: { uri: pathToFileURL(`${cwd}/`).href } },
        invocations: [
          {
            executionSuccessful: report.internalErrors.length === 0,
            toolExecutionNotifications: report.internalErrors.map(({ file, error }) => ({
              level: "error",
              message: { text: error instanceof Error ? error.message : String(error) },
              locations: [{ physicalLocation: { artifactLocation: artifact(file, cwd) } }],
            })),
          },
        ],
        results: all.map(({ finding, suppression }) => result(finding, suppression, codes, cwd)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function rule(code: string): object {
  const known = findRule(code);
  return known === undefined
    ? { id: code }
    : { id: code, shortDescription: { text: known.title }, fullDescription: { text: known.text } };
}

function artifact(file: string, cwd: string): object {
  const path = relativePath(cwd, file);
  // A file outside the base (another drive, a sibling project) is named absolutely.
  if (path.startsWith("../") || /^[a-z]:/iu.test(path)) return { uri: pathToFileURL(file).href };
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: BASE };
}

function region(source: SourceText, span: Span): object {
  const { line, column, endLine, endColumn } = regionOf(source, span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function location(source: SourceText, span: Span, cwd: string): object {
  return { artifactLocation: artifact(source.file, cwd), region: region(source, span) };
}

function result(finding: Finding, suppression: object | undefined, codes: readonly string[], cwd: string): object {
  const { source, code, severity, message, span, related, help, fix } = finding;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: help === undefined ? message : `${message}\nhelp: ${help}` },
    locations: [{ physicalLocation: location(source, span, cwd) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, index) => ({
            id: index,
            message: { text: place.message },
            physicalLocation: location(place.source, place.span, cwd),
          })),
        }),
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation: artifact(source.file, cwd),
                  replacements: fix.edits.map((edit) => ({
                    deletedRegion: region(source, edit.span),
                    insertedContent: { text: edit.newText },
                  })),
                },
              ],
            },
          ],
        }),
    ...(suppression === undefined ? {} : { suppressions: [suppression] }),
  };
}
