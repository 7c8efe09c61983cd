import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { checkSourceFile } from "../../src/project/check-source-file.js";
import { loadProject } from "../../src/project/program/load-project.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}type-tests/rustc-ui/`;
const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name !== "prelude.ts")
  .sort();

/** The lines marked with `//~ CODE ...`, one entry a code. */
function marked(text: string): readonly string[] {
  return text.split("\n").flatMap((line, at) =>
    (/\/\/~ (.*)$/.exec(line)?.[1] ?? "")
      .split(" ")
      .filter(Boolean)
      .map((code) => `${at + 1} ${code}`),
  );
}

describe("rustc's ui tests about moves, re-created", () => {
  const [part] = loadProject({ cwd: root, project: "type-tests/rustc-ui" }).parts;
  assert.ok(part);
  for (const name of names) {
    it(name.replace(/\.ts$/, ""), () => {
      const file = part.program.getSourceFile(folder + name);
      assert.ok(file, "in the project");
      const { result, findings } = checkSourceFile(part.program, file, { force: true, validateGraphs: true });
      assert.ok(result, findings.map(({ message }) => message).join("; "));
      assert.deepEqual(result.unsupported, []);
      // Rust drops what is left: a leak is no error there.
      const found = result.diagnostics
        .filter(({ code }) => code !== "MC1001" && code !== "MC1004")
        .map(({ code, span }) => `${file.getLineAndCharacterOfPosition(span.start).line + 1} ${code}`);
      assert.deepEqual([...new Set(found)], marked(file.text));
    });
  }

  it("are all in docs/rustc-ui.md, each once", () => {
    const listed = [...readFileSync(`${root}docs/rustc-ui.md`, "utf8").matchAll(/^\| `([^`]+)` \| re-created/gm)].map(
      ([, name]) => `${name}.ts`,
    );
    assert.deepEqual(listed.sort(), names);
  });
});
