import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lineOf } from "../../../src/project/baseline/baseline.js";
import type { BaselineEntry } from "../../../src/project/baseline/baseline.js";
import { compare } from "../../../src/project/baseline/compare.js";
import type { Comparison } from "../../../src/project/baseline/compare.js";
import type { Finding } from "../../../src/project/findings/finding.js";
import { SourceText } from "../../../src/project/source/source-text.js";

/** A finding at the nth occurrence of a text in a file. */
function finding(file: string, text: string, at: string, nth = 0, code: Finding["code"] = "MC1001"): Finding {
  let start = -1;
  for (let i = 0; i <= nth; i += 1) start = text.indexOf(at, start + 1);
  assert.ok(start >= 0);
  const source = new SourceText(file, text);
  return { source, code, severity: "error", message: "", span: { start, end: start + at.length }, related: [] };
}

/** Compares what was found with a baseline, all of its files being there and checked. */
function run(
  baseline: Readonly<Record<string, readonly BaselineEntry[]>>,
  findings: readonly Finding[],
  {
    missing = [],
    unchecked = [],
  }: { readonly missing?: readonly string[]; readonly unchecked?: readonly string[] } = {},
): Comparison {
  return compare(
    { files: new Map(Object.entries(baseline)) },
    {
      findings,
      pathOf: (file) => file,
      exists: (path) => !missing.includes(path),
      checked: (path) => !missing.includes(path) && !unchecked.includes(path),
    },
  );
}

const entry = (text: string, count = 1, code = "MC1001"): BaselineEntry => ({ code, text, count });

test("the line is what it points at, blanks apart", () => {
  assert.equal(lineOf(finding("a", "if (x) {\n\t\tconst  h =\topen();\n}", "h")), "const h = open();");
});

test("a finding is known wherever its line has moved, however it is indented", () => {
  const { fresh, known, gone } = run({ a: [entry("open();")] }, [finding("a", "// one\n\n    open();\n", "open")]);
  assert.deepEqual([fresh.length, known.length, gone.length], [0, 1, 0]);
});

test("one more of the same is new, and one less is gone", () => {
  const text = "open();\nopen();\n";
  const two = [finding("a", text, "open"), finding("a", text, "open", 1)];
  const more = run({ a: [entry("open();")] }, two);
  assert.deepEqual(more.fresh, two.slice(1));
  const less = run({ a: [entry("open();", 3)] }, two);
  assert.deepEqual(less.fresh, []);
  assert.deepEqual(less.gone, [{ file: "a", ...entry("open();", 1) }]);
});

test("another code, another file or another text is new", () => {
  const baseline = { a: [entry("open();")] };
  for (const other of [
    finding("a", "open();", "open", 0, "MC0382"),
    finding("b", "open();", "open"),
    finding("a", "open(1);", "open"),
  ])
    assert.equal(run(baseline, [other]).fresh.length, 1);
});

test("what is known of a file that was renamed stays known", () => {
  const { fresh, gone } = run({ old: [entry("open();")] }, [finding("new", "open();", "open")], { missing: ["old"] });
  assert.deepEqual([fresh.length, gone.length], [0, 0]);
});

test("what is known of a file that was removed is gone, of one that was not checked nothing is said", () => {
  assert.deepEqual(run({ a: [entry("open();")] }, [], { missing: ["a"] }).gone.length, 1);
  assert.deepEqual(run({ a: [entry("open();")] }, [], { unchecked: ["a"] }).gone.length, 0);
});

test("a broken syntax is never known", () => {
  assert.equal(run({ a: [entry("open(", 1, "TS1005")] }, [finding("a", "open(", "open", 0, "TS1005")]).fresh.length, 1);
});

test("fresh and known are what was found; known and gone are what the baseline says", () => {
  const line = fc.constantFrom("a();", "b();", "c();");
  const file = fc.constantFrom("x", "y");
  fc.assert(
    fc.property(
      fc.array(fc.record({ file, text: line }), { maxLength: 12 }),
      fc.array(fc.record({ file, text: line }), { maxLength: 12 }),
      (before, now) => {
        const baseline: Record<string, BaselineEntry[]> = {};
        for (const { file: path, text } of before) {
          const list = (baseline[path] ??= []);
          const at = list.findIndex((each) => each.text === text);
          if (at < 0) list.push(entry(text));
          else list[at] = entry(text, (list[at]?.count ?? 0) + 1);
        }
        const { fresh, known, gone } = run(
          baseline,
          now.map((each) => finding(each.file, each.text, each.text)),
        );
        const lost = gone.reduce((sum, { count }) => sum + count, 0);
        assert.equal(fresh.length + known.length, now.length);
        assert.equal(known.length + lost, before.length);
      },
    ),
  );
});
