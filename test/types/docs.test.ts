import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { runTsc } from "../../src/conformance/tsc.js";
import { root, sourcePaths } from "../support/kit.js";

for (const page of ["types", "reservation"]) {
  it(`docs/${page}.md: its complete code block compiles`, async () => {
    const text = await readFile(join(root, `docs/${page}.md`), "utf8");
    const blocks = [...text.matchAll(/```ts\n(import[^`]+)```/g)].map(([, code = ""]) => code);
    assert.equal(blocks.length, 1);
    const directory = await mkdtemp(join(tmpdir(), "movecheck-docs-"));
    try {
      const file = join(directory, `${page}.mts`);
      await writeFile(file, blocks[0] ?? "");
      assert.deepEqual(
        (
          await runTsc("6.0", [file], {
            compilerOptions: { types: ["node"], typeRoots: [join(root, "node_modules/@types")], paths: sourcePaths },
          })
        ).diagnostics,
        [],
      );
    } finally {
      await rm(directory, { recursive: true });
    }
  });
}

it("docs/reservation.md: every code of MovecheckError, and no other, has its row", async () => {
  const listed = new Set((await readFile(join(root, "docs/reservation.md"), "utf8")).match(/ERR_MOVECHECK_\w+/g));
  const declared = new Set(
    (await readFile(join(root, "src/guard/movecheck-error.ts"), "utf8")).match(/ERR_MOVECHECK_\w+/g),
  );
  assert.deepEqual([...listed].sort(), [...declared].sort());
});

it("docs/types.md: the numbers are those of the type tests", async () => {
  const { kitFiles } = await import("../support/kit.js");
  const { readExpectations } = await import("../../src/conformance/inline-expectations.js");
  const count = { wrong: 0, "5.9": 0, "6.0": 0, "7.0": 0 };
  for (const file of kitFiles()) {
    const expectations = readExpectations(await readFile(file, "utf8"));
    const lines = (of: typeof expectations): number => new Set(of.map(({ line }) => line)).size;
    count.wrong += lines(expectations);
    for (const version of ["5.9", "6.0", "7.0"] as const) {
      count[version] += lines(expectations.filter(({ missed, versions }) => !missed && versions.includes(version)));
    }
  }
  const text = (await readFile(join(root, "docs/types.md"), "utf8")).replace(/\s+/g, " ");
  const number = (n: number): string => n.toLocaleString("en");
  assert.equal(count["5.9"], count["6.0"]);
  assert.ok(text.includes(`marks ${number(count.wrong)} wrong lines`), JSON.stringify(count));
  assert.ok(
    text.includes(`report ${number(count["6.0"])} of them, 7.0 ${number(count["7.0"])}`),
    JSON.stringify(count),
  );
});
