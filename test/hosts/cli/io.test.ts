import assert from "node:assert/strict";
import { test } from "node:test";
import { wantsColor } from "../../../src/hosts/cli/io.js";

test("colour: a terminal has it; FORCE_COLOR and NO_COLOR decide", () => {
  const ask = (env: Record<string, string>, isTTY: boolean): boolean =>
    wantsColor({ env }, { isTTY, write: () => undefined });
  assert.equal(ask({}, true), true);
  assert.equal(ask({}, false), false);
  assert.equal(ask({ TERM: "dumb" }, true), false);
  assert.equal(ask({ NO_COLOR: "1" }, true), false);
  assert.equal(ask({ NO_COLOR: "" }, true), true);
  assert.equal(ask({ FORCE_COLOR: "1" }, false), true);
  assert.equal(ask({ FORCE_COLOR: "0" }, true), false);
  assert.equal(ask({ FORCE_COLOR: "1", NO_COLOR: "1" }, true), false);
});
