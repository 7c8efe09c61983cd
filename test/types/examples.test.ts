import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { findTsc, runTsc, tscVersions, type TscDiagnostic } from "../../src/conformance/tsc.js";
import { examplesOf, examplesUnder } from "../support/examples.js";
import { root, sourcePaths } from "../support/kit.js";

/** What `movecheck/guard` and `movecheck/fd` export beside types, and document with an example. */
const atRunTime = [
  "consume",
  "DescriptorTable",
  "guard",
  "Guarded",
  "MovecheckError",
  "MovecheckErrorCode",
  "OpenFile",
  "recordPositions",
];
const examples = [
  ...examplesUnder("src/types"),
  ...examplesUnder("src/fd/types"),
  ...["src/fd/table", "src/guard"].flatMap(examplesUnder).filter(({ name }) => atRunTime.includes(name)),
];

describe("examplesOf", () => {
  it("takes each example of a comment, up to the next tag", () => {
    const text =
      "/**\n * A.\n *\n * @example\n * a();\n *\n * @example\n * b();\n * @throws never\n */\nexport type A = 1;\n";
    assert.deepEqual(examplesOf(text, "a.ts"), [
      { source: "a.ts", name: "A", code: "a();" },
      { source: "a.ts", name: "A", code: "b();" },
    ]);
  });

  it("takes those of every kind of declaration", () => {
    const kinds = [
      "type A = 1",
      "interface A {}",
      "const A = 1",
      "function A() {}",
      "async function A() {}",
      "class A {}",
      "abstract class A {}",
      "declare const A: 1",
    ];
    for (const kind of kinds)
      assert.equal(examplesOf(`/**\n * @example\n * a();\n */\nexport ${kind}`, "a.ts").length, 1, kind);
  });
});

describe("the public examples", () => {
  it("are there for what is exported at run time", () => {
    assert.deepEqual(
      atRunTime.filter((name) => !examples.some((example) => example.name === name)),
      [],
    );
  });

  it("are there for each", async () => {
    for (const index of ["src/index.ts", "src/fd/types/index.ts"]) {
      const text = await readFile(join(root, index), "utf8");
      const names = [...text.matchAll(/export type \{ ([^}]+) \}/g)].flatMap(([, list = ""]) => list.split(", "));
      assert.ok(names.length > 0);
      const without = names.filter(
        (name) => name !== "ErrnoCode" && !examples.some((example) => example.name === name),
      );
      assert.deepEqual(without, [], index);
    }
  });

  let directory = "";
  let files: string[] = [];
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "movecheck-examples-"));
    files = await Promise.all(
      examples.map(async ({ code }, index) => {
        const path = join(directory, `example-${index}.mts`);
        await writeFile(path, `${code}\nexport {};\n`);
        return path;
      }),
    );
  });
  after(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  for (const version of tscVersions) {
    it(`compile with TypeScript ${version}`, async (t) => {
      if ((await findTsc(version)) === undefined) {
        t.skip(`TypeScript ${version} is not installed`);
        return;
      }
      const { diagnostics } = await runTsc(version, files, {
        compilerOptions: {
          types: ["node"],
          typeRoots: [join(root, "node_modules/@types")],
          paths: sourcePaths,
        },
      });
      const where = ({ file, line, message }: TscDiagnostic): string => {
        const { source, name } = examples[files.indexOf(file)] ?? { source: file, name: "" };
        return `${source}: ${name}: line ${line} of the example: ${message}`;
      };
      assert.deepEqual(diagnostics.map(where), []);
    });
  }
});
