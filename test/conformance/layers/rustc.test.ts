import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseRustcOutput } from "../../../src/conformance/layers/rustc.js";
import { MatrixError } from "../../../src/conformance/messages.js";

function message(level: string, code: string | null, file: string, line: number): string {
  return JSON.stringify({
    level,
    message: "use of moved value",
    code: code === null ? null : { code },
    spans: [
      { file_name: file, line_start: 1, is_primary: false },
      { file_name: file, line_start: line, is_primary: true },
    ],
  });
}

describe("parseRustcOutput", () => {
  it("reads the code and the primary span's line of each error", () => {
    const output = [
      message("error", "E0382", "a/main.rs", 7),
      message("warning", "unused", "a/main.rs", 2),
      "not json",
    ].join("\n");
    assert.deepEqual(parseRustcOutput("a", output), [{ code: "E0382", line: 7 }]);
  });

  it("calls an error without a number error", () => {
    assert.deepEqual(parseRustcOutput("a", message("error", null, "a/main.rs", 4)), [{ code: "error", line: 4 }]);
  });

  it("leaves out the closing line, which has no place", () => {
    const closing = JSON.stringify({
      level: "error",
      message: "aborting due to 1 previous error",
      code: null,
      spans: [],
    });
    assert.deepEqual(parseRustcOutput("a", closing), []);
  });

  it("refuses an error outside the case, in the prelude say", () => {
    assert.throws(
      () => parseRustcOutput("some-case", message("error", "E0425", "a/../prelude.rs", 12)),
      (error) =>
        error instanceof MatrixError && error.message.includes("some-case") && error.message.includes("prelude.rs"),
    );
  });
});
