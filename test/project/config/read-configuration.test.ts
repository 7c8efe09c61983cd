import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { readConfiguration } from "../../../src/project/config/read-configuration.js";
import type { LocatedConfiguration } from "../../../src/project/config/read-configuration.js";

/** Reads what counts for a folder among the files given. */
function read(t: TestContext, files: Readonly<Record<string, string>>, from = "."): LocatedConfiguration {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "movecheck-config-")));
  t.after(() => {
    rmSync(root, { recursive: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  mkdirSync(join(root, from), { recursive: true });
  const located = readConfiguration(join(root, from), (path) => relative(root, path));
  return { ...located, folder: relative(root, located.folder) };
}

test("without a configuration the defaults count, from the folder itself", (t) => {
  const { configuration, file, folder } = read(t, {}, "app");
  assert.equal(configuration.presets, "auto");
  assert.equal(file, undefined);
  assert.equal(folder, "app");
});

test("the nearest movecheck.json counts, also one above", (t) => {
  const files = { "movecheck.json": `{ "tests": true }`, "packages/a/movecheck.json": `{ "ignore": ["gen/**"] }` };
  assert.equal(read(t, files, "packages/b/src").configuration.tests, true);
  const inner = read(t, files, "packages/a/src");
  assert.deepEqual(inner.configuration.ignore, ["gen/**"]);
  assert.equal(inner.configuration.tests, false);
  assert.equal(inner.folder, "packages/a");
});

test("the key movecheck of a package.json counts; one without the key is passed over", (t) => {
  const files = { "package.json": `{ "movecheck": { "tests": true } }`, "a/package.json": `{ "name": "movecheck" }` };
  const { configuration, folder } = read(t, files, "a");
  assert.equal(configuration.tests, true);
  assert.equal(folder, "");
});

test("what is wrong in a package.json is told with its place there", (t) => {
  const manifest = `{\n  "name": "app",\n  "movecheck": {\n    "test": true\n  }\n}`;
  assert.throws(() => read(t, { "package.json": manifest }), {
    message: `package.json:4:5: unknown key "test"; did you mean "tests"?`,
  });
});

test("a package.json that is broken is not movecheck's business", (t) => {
  assert.equal(read(t, { "package.json": `{ "movecheck": ` }).file, undefined);
});

test("two configurations in one folder are one too many", (t) => {
  assert.throws(() => read(t, { "movecheck.json": "{}", "package.json": `{ "movecheck": {} }` }), {
    message: `the project is configured twice, in movecheck.json and by the key "movecheck" of package.json; keep one of them`,
  });
});

test("a movecheck.json that cannot be read is told in one line", (t) => {
  assert.throws(() => read(t, { "movecheck.json/x": "" }), {
    message: /^cannot read movecheck\.json: illegal operation on a directory$/u,
  });
});
