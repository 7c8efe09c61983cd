import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fixProject } from "../../../src/hosts/cli/fix-project.js";
import type { Finding } from "../../../src/project/findings/finding.js";
import type { Report } from "../../../src/project/findings/report.js";
import { SourceText } from "../../../src/project/source/source-text.js";
import { ensureBuilt } from "../editors/support/built.js";
import { ProjectOnDisk } from "./project-on-disk.js";

/** Pretends that each `a` in a file should be `b`, and each `bb` should be `c`. */
function pretendedRun(file: string): { report: Report } {
  const source = new SourceText(file, readFileSync(file, "utf8"));
  const findings = [...source.text.matchAll(/a|bb/gu)].map(({ 0: text, index }): Finding => ({
    source,
    code: "MC1001",
    severity: "error",
    message: "",
    span: { start: index, end: index + text.length },
    related: [],
    fix: {
      title: "",
      edits: [{ span: { start: index, end: index + text.length }, newText: text === "a" ? "b" : "c" }],
    },
  }));
  return {
    report: { findings, suppressed: [], unsupported: [], internalErrors: [], files: 1, skipped: 0, functions: 0 },
  };
}

test("fixes are applied in passes until none is left", () => {
  using project = new ProjectOnDisk({ "x.txt": "aa-a" });
  const file = join(project.folder, "x.txt");
  const { edits, files, last } = fixProject(() => pretendedRun(file));
  assert.equal(readFileSync(file, "utf8"), "c-b");
  assert.deepEqual({ edits, files, left: last.report.findings.length }, { edits: 4, files: 1, left: 0 });
});

test("of fixes that overlap only the first is applied in a pass", () => {
  using project = new ProjectOnDisk({ "x.txt": "1234" });
  const file = join(project.folder, "x.txt");
  let passes = 0;
  fixProject(() => {
    passes += 1;
    const source = new SourceText(file, readFileSync(file, "utf8"));
    const finding = (start: number, end: number, newText: string): Finding => ({
      source,
      code: "MC1001",
      severity: "error",
      message: "",
      span: { start, end },
      related: [],
      fix: { title: "", edits: [{ span: { start, end }, newText }] },
    });
    const findings =
      passes > 1 ? [] : [finding(0, 3, "abc"), finding(2, 4, "xx"), finding(3, 3, "+"), finding(3, 3, "-")];
    return {
      report: { findings, suppressed: [], unsupported: [], internalErrors: [], files: 1, skipped: 0, functions: 0 },
    };
  });
  assert.equal(readFileSync(file, "utf8"), "abc+4");
});

test("fixes that make room for each other without end are stopped", () => {
  using project = new ProjectOnDisk({ "x.txt": "a" });
  const file = join(project.folder, "x.txt");
  let runs = 0;
  fixProject(() => {
    runs += 1;
    const source = new SourceText(file, readFileSync(file, "utf8"));
    const fix = { title: "", edits: [{ span: { start: 0, end: 0 }, newText: "+" }] };
    return {
      report: {
        findings: [
          { source, code: "MC1001", severity: "error", message: "", span: { start: 0, end: 1 }, related: [], fix },
        ],
        suppressed: [],
        unsupported: [],
        internalErrors: [],
        files: 1,
        skipped: 0,
        functions: 0,
      },
    };
  });
  assert.equal(runs, 11);
});

test("--fix writes the files, and the check is about what is left", async () => {
  await ensureBuilt();
  using project = new ProjectOnDisk({
    "a.ts": `import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
export function peek<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return fd.reserved_fd();
}
`,
  });
  const before = await project.run("check");
  assert.equal(before.status, 1);
  const { status, stdout, stderr } = await project.run("check", "--fix");
  assert.deepEqual({ status, stdout }, { status: 0, stdout: "" });
  assert.equal(stderr, "movecheck: applied 1 fix in 1 file\n");
  assert.match(readFileSync(join(project.folder, "a.ts"), "utf8"), /\n {2}using fd = get_unused_fd_flags/u);
});
