import type { Finding } from "../../../project/findings/finding.js";
import type { SourceText } from "../../../project/source/source-text.js";
import { messages } from "../messages.js";
import type { Format } from "./format.js";
import { relativePath } from "./relative-path.js";
import { regionOf } from "./region.js";
import { lastLine, renderSnippet } from "./snippet/snippet.js";
import type { Annotation } from "./snippet/snippet.js";
import { painter } from "./snippet/paint.js";
import type { Paint } from "./snippet/paint.js";
import { renderFix } from "./snippet/suggestion.js";
import { baselineSummary } from "./baseline-summary.js";
import { summarize } from "./summary.js";

/** What a person reads in a terminal: source excerpts with carets and labels, laid out as rustc does. */
export const pretty: Format = (report, { cwd, color }) => {
  const paint = painter(color);
  const parts = report.findings.map((finding) => `${renderFinding(finding, cwd, paint)}\n\n`);
  const closing = messages.closing(
    summarize(report),
    report.unsupported.length,
    report.baseline === undefined ? undefined : baselineSummary(report.baseline, cwd),
  );
  const codes = [...new Set(report.findings.map(({ code }) => code).filter((code) => code.startsWith("MC")))].sort();
  const more = codes.length === 0 ? [] : [messages.moreInformation(codes)];
  const lines = [
    ...closing.map(({ style, head, text }) => `${paint(style, head)}${paint("bold", ": ")}${text}`),
    ...more,
  ];
  return parts.join("") + lines.map((line) => `${line}\n`).join("");
};

/**
 * One finding with its excerpts.
 *
 * @param finding what to show
 * @param cwd file names are printed relative to it
 * @param paint colours
 */
function renderFinding(finding: Finding, cwd: string, paint: Paint): string {
  const files = annotationsByFile(finding);
  const widest = Math.max(...[...files].map(([source, annotations]) => lastLine(source, annotations)));
  const style = { paint, primary: finding.severity, gutter: String(widest).length };
  const margin = " ".repeat(style.gutter);
  const bar = paint("gutter", `${margin} |`);
  const out = [
    `${paint(finding.severity, `${finding.severity}[${finding.code}]`)}${paint("bold", `: ${finding.message}`)}`,
  ];
  for (const [source, annotations] of files) {
    const first = annotations.find(({ primary }) => primary) ?? annotations[0];
    const at = regionOf(source, first?.span ?? finding.span);
    const arrow = source === finding.source ? `${margin}--> ` : `${margin}::: `;
    out.push(`${paint("gutter", arrow)}${relativePath(cwd, source.file)}:${at.line}:${at.column}`, bar);
    out.push(...renderSnippet(source, annotations, style));
  }
  if (finding.help !== undefined)
    out.push(bar, `${paint("gutter", `${margin} = `)}${paint("bold", messages.help)}: ${finding.help}`);
  if (finding.fix !== undefined) {
    out.push(
      `${paint("help", messages.help)}${paint("bold", ": ")}${finding.fix.title}`,
      bar,
      ...renderFix(finding.source, finding.fix, style),
    );
  }
  return out.join("\n");
}

/** The finding's own file first, then the others in the order they are mentioned. */
function annotationsByFile(finding: Finding): Map<SourceText, Annotation[]> {
  const primary: Annotation = {
    span: finding.span,
    primary: true,
    ...(finding.label === undefined ? {} : { label: finding.label }),
  };
  const files = new Map<SourceText, Annotation[]>([[finding.source, [primary]]]);
  for (const { source, span, message } of finding.related) {
    const list = files.get(source) ?? [];
    list.push({ span, label: message, primary: false });
    files.set(source, list);
  }
  return files;
}
