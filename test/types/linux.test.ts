import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { suite, test } from "node:test";
import { compareExpectations, readExpectations } from "../../src/conformance/inline-expectations.js";
import { findTsc, runTsc, tscVersions } from "../../src/conformance/tsc.js";
import { examplesUnder } from "../support/examples.js";
import { root, sourcePaths } from "../support/kit.js";

const compilerOptions = {
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
  paths: { ...sourcePaths, "movecheck/fd/linux": [join(root, "src/fd/linux/index.ts")] },
};

suite("the types of movecheck/fd/linux", () => {
  for (const version of tscVersions) {
    test(`misuse is refused where the comments say, and nowhere else (TypeScript ${version})`, async (t) => {
      if ((await findTsc(version)) === undefined) {
        t.skip(`TypeScript ${version} is not installed`);
        return;
      }
      const file = fileURLToPath(new URL("./fixtures/linux-misuse.ts", import.meta.url));
      const { diagnostics } = await runTsc(version, [file], { compilerOptions });
      const { problems, caught } = compareExpectations(
        readExpectations(readFileSync(file, "utf8")),
        diagnostics,
        version,
      );
      assert.deepEqual(problems, []);
      assert.equal(caught, 11);
    });
  }

  test("the code blocks of docs/linux.md compile", async () => {
    const blocks = [...readFileSync(join(root, "docs/linux.md"), "utf8").matchAll(/```ts\n(.*?)```/gs)].map(
      ([, code = ""]) => code,
    );
    assert.equal(blocks.length, 2);
    assert.deepEqual(await diagnosticsOf(blocks), []);
  });

  test("the examples of the doc comments compile", async () => {
    const examples = examplesUnder("src/fd/linux");
    assert.ok(examples.length >= 7);
    assert.deepEqual(await diagnosticsOf(examples.map(({ code }) => code)), []);
  });
});

async function diagnosticsOf(blocks: readonly string[]): Promise<unknown[]> {
  const directory = await mkdtemp(join(tmpdir(), "movecheck-docs-"));
  try {
    const files = blocks.map((_code, index) => join(directory, `block-${index}.mts`));
    await Promise.all(blocks.map((code, index) => writeFile(files[index] ?? "", `${code}\nexport {};\n`)));
    return [...(await runTsc("6.0", files, { compilerOptions })).diagnostics];
  } finally {
    await rm(directory, { recursive: true });
  }
}
