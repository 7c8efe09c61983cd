import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "@typescript-eslint/typescript-estree";
import type { CheckOptions } from "../../../../src/checker/check-options.js";
import type { Finding, FindingCode } from "../../../../src/project/findings/finding.js";
import { SourceText } from "../../../../src/project/source/source-text.js";
import { applySuppressions } from "../../../../src/project/findings/suppress/apply-suppressions.js";

/** Pretends that each `leak` is MC1001 and each `moved` MC0382, and says what is left and what is accepted. */
function apply(text: string, options: CheckOptions = {}): { kept: string[]; accepted: string[] } {
  const source = new SourceText("/a.tsx", text);
  const { comments } = parse(text, { comment: true, range: true, jsx: true });
  const code: Record<string, FindingCode> = { leak: "MC1001", moved: "MC0382" };
  const findings = [...text.matchAll(/\b(?:leak|moved)(?=\()/gu)].map((match): Finding => ({
    source,
    code: code[match[0]]!,
    severity: "error",
    message: match[0],
    span: { start: match.index, end: match.index + 4 },
    related: [],
  }));
  const { kept, suppressed } = applySuppressions(source, comments, findings, options);
  const at = (finding: Finding): string => `${finding.code}@${source.positionAt(finding.span.start).line}`;
  return { kept: kept.map(at), accepted: suppressed.map(({ finding, reason }) => `${at(finding)}: ${reason}`) };
}

test("beside code a suppression is about its own line", () => {
  assert.deepEqual(apply("leak(); // movecheck-ignore MC1001 -- why\nleak();"), {
    kept: ["MC1001@2"],
    accepted: ["MC1001@1: why"],
  });
});

test("alone on its line it is about the next line with code", () => {
  assert.deepEqual(apply("// movecheck-ignore MC1001 -- why\n\n// other\nleak();\nleak();"), {
    kept: ["MC1001@5"],
    accepted: ["MC1001@4: why"],
  });
});

test("block comments and JSX comments work too", () => {
  assert.deepEqual(apply("/* movecheck-ignore MC1001 -- why */\nleak();").accepted, ["MC1001@2: why"]);
  assert.deepEqual(apply("/* movecheck-ignore MC1001 -- why */ leak();").accepted, ["MC1001@1: why"]);
  assert.deepEqual(apply("<a>\n{/* movecheck-ignore MC1001 -- why */}\n{leak()}\n</a>;").accepted, ["MC1001@3: why"]);
});

test("several codes, each of which must be needed", () => {
  assert.deepEqual(apply("// movecheck-ignore MC1001, MC0382 -- both\nmoved(leak());"), {
    kept: [],
    accepted: ["MC0382@2: both", "MC1001@2: both"],
  });
  assert.deepEqual(apply("// movecheck-ignore MC1001 MC0382 -- both\nleak();"), {
    kept: ["unused-suppression@1"],
    accepted: ["MC1001@2: both"],
  });
});

test("another code is not accepted", () => {
  assert.deepEqual(apply("moved(); // movecheck-ignore MC1001 -- why"), {
    kept: ["MC0382@1", "unused-suppression@1"],
    accepted: [],
  });
});

test("without a reason nothing is accepted", () => {
  for (const comment of [
    "// movecheck-ignore MC1001",
    "// movecheck-ignore MC1001 --",
    "// movecheck-ignore MC1001 --  ",
  ]) {
    assert.deepEqual(apply(`${comment}\nleak();`), { kept: ["bad-suppression@1", "MC1001@2"], accepted: [] }, comment);
  }
});

test("a missing or unknown code is reported", () => {
  assert.deepEqual(apply("// movecheck-ignore -- why\nleak();").kept, ["bad-suppression@1", "MC1001@2"]);
  assert.deepEqual(apply("// movecheck-ignore MC9999 -- why\nleak();").kept, ["bad-suppression@1", "MC1001@2"]);
  assert.deepEqual(apply("// movecheck-ignore mc1001 -- why\nleak();").kept, ["bad-suppression@1", "MC1001@2"]);
});

test("MC1002 is not unused when it was not asked for", () => {
  assert.deepEqual(apply("// movecheck-ignore MC1002 -- why\nfine();").kept, []);
  assert.deepEqual(apply("// movecheck-ignore MC1002 -- why\nfine();", { tscVisible: true }).kept, [
    "unused-suppression@1",
  ]);
});

test("only comments count, and only with the whole word", () => {
  assert.deepEqual(apply("const s = '// movecheck-ignore MC1001 -- why';\nleak();").kept, ["MC1001@2"]);
  assert.deepEqual(apply("// movecheck-ignored MC1001 -- why\nleak();").kept, ["MC1001@2"]);
  assert.deepEqual(apply("// see movecheck-ignore MC1001 -- why\nleak();").kept, ["MC1001@2"]);
});
