import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MatrixError } from "../../src/conformance/messages.js";
import { formatVerdict, parseVerdict, recordedTsc, type Verdict, withTsc } from "../../src/conformance/verdict.js";

const verdict: Verdict = {
  title: "drop twice",
  kind: "misuse",
  area: "double commit",
  limit: 3,
  mustCatch: true,
  rustc: [{ code: "E0382", line: 7 }],
  tsc: [{ code: "TS2345", line: 9, column: 15 }],
  runtime: { ends: "throws", code: "ERR_MOVECHECK_MOVED", leaks: 0 },
  checker: [{ code: "MC0382", line: 9 }],
};

describe("verdict.json", () => {
  it("is read as it was written", () => {
    assert.deepEqual(parseVerdict("a", formatVerdict(verdict)), verdict);
    const differing = withTsc(verdict, "7.0", []);
    assert.deepEqual(parseVerdict("a", formatVerdict(differing)), differing);
  });

  it("has one error a line, so that a change is a diff of one line", () => {
    assert.match(formatVerdict(verdict), /^ {4}\{ "code": "TS2345", "line": 9, "column": 15 \}$/m);
  });

  it("is empty where nothing is recorded yet", () => {
    const text = '{ "title": "t", "kind": "valid", "area": "branches" }';
    const { rustc, tsc, runtime, checker } = parseVerdict("a", text);
    assert.deepEqual(
      { rustc, tsc, runtime, checker },
      { rustc: [], tsc: [], runtime: { ends: "returns", leaks: 0 }, checker: [] },
    );
  });

  const malformed: readonly [problem: RegExp, text: string][] = [
    [/not valid JSON|JSON/, "{"],
    [/not an object/, "[]"],
    [/unknown field "tittle"/, '{ "tittle": "t" }'],
    [/"title" must be one line/, '{ "kind": "valid" }'],
    [/"kind" must be "misuse" or "valid"/, '{ "title": "t", "kind": "good" }'],
    [/"area" must be one of: straight line/, '{ "title": "t", "kind": "valid", "area": "x" }'],
    [/"limit" must be a whole number/, '{ "title": "t", "kind": "valid", "area": "branches", "limit": -1 }'],
    [/"mustCatch" can only be true/, '{ "title": "t", "kind": "valid", "area": "branches", "mustCatch": false }'],
    [/"rustc" must be a list/, '{ "title": "t", "kind": "valid", "area": "branches", "rustc": [{ "code": 1 }] }'],
    [
      /"tsc" must be a list of \{ code, line, column \}/,
      '{ "title": "t", "kind": "valid", "area": "branches", "tsc": [{ "code": "a", "line": 1 }] }',
    ],
    [/"tsc\.7\.0" must be a list/, '{ "title": "t", "kind": "valid", "area": "branches", "tsc": { "7.0": 1 } }'],
    [
      /"runtime" must be/,
      '{ "title": "t", "kind": "valid", "area": "branches", "runtime": { "ends": "hangs", "leaks": 0 } }',
    ],
  ];
  for (const [problem, text] of malformed) {
    it(`is refused, with the case's name, where ${String(problem)}`, () => {
      assert.throws(
        () => parseVerdict("some-case", text),
        (error) =>
          error instanceof MatrixError &&
          error.message.startsWith("catalogue case some-case: ") &&
          problem.test(error.message),
      );
    });
  }
});

describe("withTsc", () => {
  const other = [{ code: "TS2339", line: 9, column: 4 }];

  it("keeps a list for each compiler while they differ, and one when they agree", () => {
    const differing = withTsc(verdict, "5.9", other);
    assert.deepEqual(recordedTsc(differing, "5.9"), other);
    assert.deepEqual(recordedTsc(differing, "6.0"), verdict.tsc);
    assert.deepEqual(withTsc(withTsc(differing, "6.0", other), "7.0", other).tsc, other);
  });
});
