import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { findTsc, parseTscOutput, runTsc, tscVersions } from "../../src/conformance/tsc.js";

describe("parseTscOutput", () => {
  it("reads positions, codes and the whole message", () => {
    const { diagnostics } = parseTscOutput(
      [
        "a.ts(3,7): error TS2345: Argument of type 'A'.",
        "  Type 'A'.",
        "    More.",
        "b (1).ts(1,2): error TS1005: ';' expected.",
        "",
      ].join("\n"),
      "/project",
    );
    assert.deepEqual(diagnostics, [
      {
        file: "/project/a.ts",
        line: 3,
        column: 7,
        code: "TS2345",
        message: "Argument of type 'A'.\n  Type 'A'.\n    More.",
      },
      { file: "/project/b (1).ts", line: 1, column: 2, code: "TS1005", message: "';' expected." },
    ]);
  });

  it("keeps an error of no file", () => {
    const { diagnostics } = parseTscOutput("error TS5023: Unknown compiler option 'x'.\n", "/project");
    assert.deepEqual(diagnostics, [
      { file: "", line: 0, column: 0, code: "TS5023", message: "Unknown compiler option 'x'." },
    ]);
  });

  it("reads what --extendedDiagnostics measures", () => {
    const { measures } = parseTscOutput(
      "Files:                         83\nCheck time:                 0.42s\nMemory used:              80123K\n",
      "/",
    );
    assert.deepEqual(
      [...measures],
      [
        ["Files", 83],
        ["Check time", 0.42],
        ["Memory used", 80123],
      ],
    );
  });
});

for (const version of tscVersions) {
  const installed = await findTsc(version);
  describe(
    `runTsc with TypeScript ${version}`,
    { skip: installed === undefined && `TypeScript ${version} is not installed` },
    () => {
      it("reports an error with its position, and nothing for a valid file", async () => {
        const directory = await mkdtemp(join(tmpdir(), "movecheck-test-"));
        try {
          const wrong = join(directory, "wrong.ts");
          const right = join(directory, "right.ts");
          await writeFile(wrong, "export const a: number = 1;\nexport const b: string = a;\n");
          await writeFile(right, 'export const a: string = "";\n');
          const { diagnostics, version: full } = await runTsc(version, [wrong, right]);
          assert.ok(full.startsWith(version));
          assert.deepEqual(
            diagnostics.map(({ file, line, column, code }) => [file, line, column, code]),
            [[wrong, 2, 14, "TS2322"]],
          );
        } finally {
          await rm(directory, { recursive: true });
        }
      });

      it("says so when an option is wrong", async () => {
        const { diagnostics } = await runTsc(version, [import.meta.filename], {
          compilerOptions: { module: "nonsense" },
        });
        assert.ok(diagnostics.some(({ code }) => code === "TS6046"));
      });
    },
  );
}
