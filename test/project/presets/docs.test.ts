import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { presets } from "../../../src/project/presets/presets.js";
import { ts } from "../../../src/project/source/typescript.js";
import { folderWithPackages, programOf } from "./packages.js";
import { examples } from "./pages.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const all = examples();

// One program for all examples: each is a module of its own.
const folder = folderWithPackages("node-types-26");
after(() => {
  rmSync(folder, { recursive: true });
});
for (const { file, text } of all) writeFileSync(join(folder, file), `${text}export {};\n`);
const program = programOf(
  folder,
  all.map(({ file }) => `import "./${file.replace(/ts$/u, "js")}";\n`).join(""),
  "page",
);

test("the pages are those that the tables give", () => {
  execFileSync(process.execPath, ["--import", "tsx", "scripts/preset-docs.ts", "--check"], { cwd: root });
});

for (const { name } of presets) {
  const own = all.filter(({ preset }) => preset === name);

  test(`${name}: two examples of what is reported, two of what is not, and comments that say so`, () => {
    const reported = own.filter((each) => each.reported);
    assert.ok(reported.length >= 2);
    assert.ok(own.length - reported.length >= 2);
    for (const { announced, text } of own)
      assert.equal(
        announced.length > 0,
        reported.some((each) => each.text === text),
        text,
      );
  });

  test(`${name}: the examples compile`, () => {
    for (const { file } of own) {
      const source = program.getSourceFile(join(folder, file));
      assert.ok(source !== undefined, file);
      const errors = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      assert.deepEqual(
        errors.map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
        [],
      );
    }
  });
}
