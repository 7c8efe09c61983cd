import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readMarkers, sortCodes } from "../../src/conformance/markers.js";

describe("readMarkers", () => {
  it("reads each code after //~ with its line", () => {
    const source = "a();\nb(); //~ MC0382\n\nc(); //~ MC0505 MC1001\r\nd(); // ~ not one\n//~ tsc\n";
    assert.deepEqual(readMarkers(source), [
      { code: "MC0382", line: 2 },
      { code: "MC0505", line: 4 },
      { code: "MC1001", line: 4 },
      { code: "tsc", line: 6 },
    ]);
  });

  it("finds none in a source without", () => {
    assert.deepEqual(readMarkers("// a comment\nconst a = 1;\n"), []);
  });
});

describe("sortCodes", () => {
  it("sorts by line, column and code, and keeps one of what is reported twice", () => {
    const at = (code: string, line: number, column: number): { code: string; line: number; column: number } => ({
      code,
      line,
      column,
    });
    assert.deepEqual(sortCodes([at("B", 2, 1), at("A", 2, 1), at("C", 1, 9), at("D", 1, 3), at("A", 2, 1)]), [
      at("D", 1, 3),
      at("C", 1, 9),
      at("A", 2, 1),
      at("B", 2, 1),
    ]);
  });
});
