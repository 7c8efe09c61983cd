import assert from "node:assert/strict";
import { test } from "node:test";
import { codes } from "../../../../src/checker/diagnostics/codes.js";
import { explanations } from "../../../../src/checker/diagnostics/explain/explanations.js";
import { ProjectOnDisk } from "../project-on-disk.js";

test("every code is explained, in the order of the reference", () => {
  assert.deepEqual(
    explanations.map(({ code }) => code),
    codes,
  );
});

test("a code leads to its text and examples, in any case, and by rustc's number too", async () => {
  using project = new ProjectOnDisk({});
  for (const name of ["MC0382", "mc0382", "E0382"]) {
    const { status, stdout, stderr } = await project.run("explain", name);
    assert.equal(status, 0);
    assert.equal(stderr, "");
    assert.match(stdout, /^MC0382: use of a moved value\n/u);
    assert.match(stdout, /\nErroneous code example:\n\n {4}import \{/u);
    assert.match(stdout, /\nFixed:\n\n {4}import \{/u);
    assert.match(stdout, /\nrustc: E0382\n$/u);
  }
  assert.match((await project.run("explain", "MC1001")).stdout, /\nrustc: no counterpart\n$/u);
});

test("without a code it lists them", async () => {
  using project = new ProjectOnDisk({});
  const { stdout } = await project.run("explain");
  assert.deepEqual(
    stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split(" ")[0]),
    codes,
  );
});
