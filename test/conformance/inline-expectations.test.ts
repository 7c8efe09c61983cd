import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compareExpectations, readExpectations } from "../../src/conformance/inline-expectations.js";

const source = `f(a);
  f(b, c);
//  ^ TS2345: moved value
//     ^^ TS2322 (6.0, 7.0)
// 1: TS2304
  g();
//^ missed: an alias
`;

describe("readExpectations", () => {
  it("takes the line above and the first caret", () => {
    const all = ["5.9", "6.0", "7.0"];
    assert.deepEqual(readExpectations(source), [
      { line: 2, column: 5, code: "TS2345", text: "moved value", versions: all, missed: false },
      { line: 2, column: 8, code: "TS2322", text: "", versions: ["6.0", "7.0"], missed: false },
      { line: 2, column: 1, code: "TS2304", text: "", versions: all, missed: false },
      { line: 6, column: 3, code: "missed", text: "an alias", versions: all, missed: true },
    ]);
  });

  it("refuses what is almost an expectation", () => {
    assert.throws(() => readExpectations("f();\n// ^ TX1\n"), /line 2: not an expectation/);
    assert.throws(() => readExpectations("f();\n// ^ TS1 (4.2)\n"), /line 2: no such compiler: 4.2/);
  });
});

describe("compareExpectations", () => {
  const reported = [
    { file: "a.ts", line: 2, column: 5, code: "TS2345", message: "use of moved value" },
    { file: "a.ts", line: 2, column: 1, code: "TS2304", message: "Cannot find name" },
  ];

  it("is silent where they agree, and counts", () => {
    assert.deepEqual(compareExpectations(readExpectations(source), reported, "5.9"), {
      problems: [],
      caught: 2,
      missed: 1,
    });
  });

  it("names what is absent, what is new and what reads otherwise", () => {
    const [first, second] = reported;
    const { problems } = compareExpectations(
      readExpectations(source),
      [
        { ...first!, message: "else" },
        { ...second!, column: 2 },
      ],
      "6.0",
    );
    assert.deepEqual(problems, [
      '2:5 TS2345 expected to say "moved value", says "else"',
      "2:8 expected TS2322, got nothing there",
      "2:1 expected TS2304, got nothing there",
      "2:2 unexpected TS2304: Cannot find name",
    ]);
  });
});
