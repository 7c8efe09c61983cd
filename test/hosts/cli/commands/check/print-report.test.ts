import assert from "node:assert/strict";
import { test } from "node:test";
import { printReport } from "../../../../../src/hosts/cli/commands/check.js";
import type { CheckRequest } from "../../../../../src/hosts/cli/commands/check-request.js";
import { moved, reportOf } from "../../format/findings.js";

const request: CheckRequest = {
  files: [],
  format: "json",
  tscVisible: false,
  force: false,
  fix: false,
  watch: false,
  writeBaseline: false,
  noBaseline: false,
};

function print(
  report: Parameters<typeof printReport>[2],
  env: Record<string, string> = {},
): { status: number; stdout: string; stderr: string } {
  let stdout = "";
  let stderr = "";
  const io = {
    cwd: "/work",
    env,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  };
  return { status: printReport(request, io, report), stdout, stderr };
}

test("a failure of the checker itself: one line that names the file, the rest is still reported, status 2", () => {
  const report = reportOf([moved], {
    internalErrors: [{ file: "/work/src/b.ts", error: new TypeError("x is undefined\nsecond line") }],
  });
  const { status, stdout, stderr } = print(report);
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^movecheck: internal error while checking src\/b\.ts: TypeError: x is undefined \(a bug in movecheck: please report it [^\n]*\)\n$/u,
  );
  assert.equal((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics.length, 1);
});

test("MOVECHECK_DEBUG=1 adds where a failure came from", () => {
  const report = reportOf([], { internalErrors: [{ file: "/work/src/b.ts", error: new TypeError("boom") }] });
  assert.match(print(report, { MOVECHECK_DEBUG: "1" }).stderr, /\n\s+at /u);
});
