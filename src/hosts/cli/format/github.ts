import type { Finding } from "../../../project/findings/finding.js";
import type { Format } from "./format.js";
import { regionOf } from "./region.js";
import { relativePath } from "./relative-path.js";

/**
 * Workflow commands that GitHub Actions turns into annotations on a pull request.
 *
 * Source: the escaping of `@actions/core` (`command.ts`).
 */
export const github: Format = (report, { cwd }) =>
  report.findings.map((finding) => `${command(finding, cwd)}\n`).join("");

function command(finding: Finding, cwd: string): string {
  const { line, column, endLine, endColumn } = regionOf(finding.source, finding.span);
  const properties = {
    file: relativePath(cwd, finding.source.file),
    line,
    endLine,
    // GitHub takes columns only for annotations of one line, and counts the last column in.
    ...(line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {}),
    title: finding.code,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const places = finding.related.map((place) => {
    const at = regionOf(place.source, place.span);
    return `${relativePath(cwd, place.source.file)}:${at.line}:${at.column}: ${place.message}`;
  });
  const text = [finding.message, ...places, ...(finding.help === undefined ? [] : [`help: ${finding.help}`])].join(
    "\n",
  );
  return `::${finding.severity} ${listed.join(",")}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
