import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../../src/project/config/nearest.js";

test("a slip of the hand is recognised", () => {
  const keys = ["acquire", "release", "releaseTwice", "from"];
  assert.equal(nearest("realease", keys), "release");
  assert.equal(nearest("aquire", keys), "acquire");
  assert.equal(nearest("RELEASE", keys), "release");
  assert.equal(nearest("releasetwice", keys), "releaseTwice");
});

test("what resembles nothing suggests nothing", () => {
  assert.equal(nearest("colour", ["acquire", "release"]), undefined);
  assert.equal(nearest("x", ["y", "acquire"]), undefined);
  assert.equal(nearest("anything", []), undefined);
});

test("of two that are equally near, the first", () => {
  assert.equal(nearest("lead", ["leak", "lend"]), "leak");
});
