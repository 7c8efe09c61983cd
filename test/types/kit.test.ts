import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { compareExpectations, readExpectations } from "../../src/conformance/inline-expectations.js";
import { findTsc, runTsc, tscVersions } from "../../src/conformance/tsc.js";
import { wrong } from "../support/annotate.js";
import { fromKit, kitFiles, root, sourcePaths } from "../support/kit.js";

const files = kitFiles().map((path) => {
  const text = readFileSync(path, "utf8");
  return { path, text, expectations: readExpectations(text) };
});

describe("the type tests' own form", () => {
  for (const { path, text, expectations } of files) {
    it(`${fromKit(path)} says of each wrong line what is reported, and why where nothing is`, () => {
      const lines = text.split("\n");
      const marked = lines.flatMap((line, index) => (wrong.test(line) ? [index + 1] : []));
      assert.deepEqual([...new Set(expectations.map(({ line }) => line))], marked);
      if (fromKit(path).startsWith("shapes")) return;
      for (const { line, missed } of expectations) {
        if (missed)
          assert.ok(wrong.exec(lines[line - 1] ?? "")?.groups?.why, `line ${line}: missed, and no reason given`);
      }
    });
  }

  it("the shapes are as their table says", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/generate-type-shapes.ts", "--check"],
      { cwd: root, encoding: "utf8" },
    );
    assert.equal(status, 0, stderr);
  });
});

for (const version of tscVersions) {
  const installed = await findTsc(version);
  describe(
    `TypeScript ${version}`,
    { skip: installed === undefined && `TypeScript ${version} is not installed` },
    async () => {
      if (installed === undefined) return;
      const { diagnostics } = await runTsc(
        version,
        files.map(({ path }) => path),
        { compilerOptions: { paths: sourcePaths } },
      );
      for (const { path, expectations } of files) {
        const own = diagnostics.filter((each) => each.file === path);
        const { problems, caught, missed } = compareExpectations(expectations, own, version);
        it(`${fromKit(path)}: ${caught} misuses reported where they are, ${missed} known gaps, no false alarm`, () => {
          assert.deepEqual(problems, []);
        });
      }
      it("reports nothing elsewhere", () => {
        const known = new Set(files.map(({ path }) => path));
        assert.deepEqual(
          diagnostics.filter(({ file }) => !known.has(file)),
          [],
        );
      });
    },
  );
}
