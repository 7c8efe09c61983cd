import type { Finding } from "../../../../src/project/findings/finding.js";
import type { Report } from "../../../../src/project/findings/report.js";
import { SourceText } from "../../../../src/project/source/source-text.js";

/** The program that the format tests report about. */
export const source = new SourceText(
  "/work/src/a.ts",
  `import { fd_install } from "movecheck/fd";
export function f(fd, file, again) {
  while (again()) {
    fd_install(fd, file);
  }
\tconst other = fd.reserved_fd();
  return other;
}
`,
);

const other = new SourceText("/work/src/types.ts", "export interface Token extends Linear {}\n");

/** The span of a text's nth occurrence. */
export function span(text: string, nth = 0, within: SourceText = source): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i <= nth; i += 1) start = within.text.indexOf(text, start + 1);
  if (start < 0) throw new Error(`no "${text}"`);
  return { start, end: start + text.length };
}

/** An error with all a finding can have. */
export const moved: Finding = {
  source,
  code: "MC0382",
  severity: "error",
  message: "use of moved value: `fd`",
  span: span("fd", 5),
  label: "value used here after move",
  related: [
    { source, span: span("fd", 2), message: "declared here" },
    { source, span: span("fd", 4), message: "value moved here, in previous iteration of loop" },
    { source: other, span: span("Token", 0, other), message: "linear because of this" },
  ],
  help: "consider moving it after the loop",
  fix: {
    title: "move the call out of the loop",
    edits: [{ span: { start: span("    fd_install").start, end: span("  }\n").start }, newText: "" }],
  },
};

/** A warning with the least it can have. */
export const leak: Finding = {
  source,
  code: "MC1004",
  severity: "warning",
  message: "100%: leaks, if\nthis throws",
  span: span("again()", 0),
  related: [],
};

/** A report of the given findings. */
export function reportOf(findings: readonly Finding[], rest: Partial<Report> = {}): Report {
  return { findings, suppressed: [], unsupported: [], internalErrors: [], files: 2, skipped: 1, functions: 3, ...rest };
}

/** What the formats are told in the tests. */
export const options = { cwd: "/work", color: false, version: "1.2.3" };
