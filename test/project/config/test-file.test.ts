import assert from "node:assert/strict";
import { test } from "node:test";
import { isTestFile } from "../../../src/project/config/test-file.js";

test("files of tests are told by their folder or their name", () => {
  for (const path of [
    "test/a.ts",
    "packages/x/tests/deep/a.ts",
    "src/__tests__/a.tsx",
    "e2e/login.ts",
    "src/a.test.ts",
    "src/a.spec.mts",
    "src/a_test.ts",
    "src/a.e2e-spec.ts",
    "test.ts",
  ])
    assert.equal(isTestFile(path), true, path);
});

test("other files are not, whatever else they contain", () => {
  for (const path of [
    "src/a.ts",
    "src/latest/a.ts",
    "src/testing.ts",
    "src/contest.ts",
    "inspect.ts",
    "src/specials/a.ts",
  ])
    assert.equal(isTestFile(path), false, path);
});
