// Runs every fixture: TypeScript with inline expectations, `//~ MC0382 words of the message`, as rustc's ui tests.
// A line may expect several, separated by `;`. What is reported and not expected fails too.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { checkSourceFile } from "../../src/project/check-source-file.js";
import { virtualFile, virtualProgram } from "../project/virtual-program.js";

const root = fileURLToPath(new URL("./fixtures/", import.meta.url));
const names = readdirSync(root, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".ts") && name !== "kit.ts")
  .sort();
const kit = readFileSync(join(root, "kit.ts"), "utf8");
const flat = (name: string): string => name.replaceAll("/", "--");
const texts = new Map(names.map((name) => [name, readFileSync(join(root, name), "utf8")]));
const program = virtualProgram({
  ...Object.fromEntries(
    [...texts].map(([name, text]) => [flat(name), text.replaceAll(/"(?:\.\.\/)+kit\.js"/g, '"./kit.js"')]),
  ),
  "kit.ts": kit,
});

function expected(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const [, marks] = /\/\/~ (.*)$/.exec(line) ?? [];
    return marks === undefined ? [] : marks.split(";").map((mark) => `${index + 1}: ${mark.trim()}`);
  });
}

for (const [name, text] of texts) {
  describe(name, () => {
    it("reports what its lines expect, and nothing else", () => {
      const file = virtualFile(program, flat(name));
      const { findings, result } = checkSourceFile(program, file, {
        force: true,
        validateGraphs: true,
        tscVisible: name.startsWith("tsc-visible/"),
      });
      const reported = findings.map(
        ({ span, code, message }) => `${file.getLineAndCharacterOfPosition(span.start).line + 1}: ${code} ${message}`,
      );
      const wanted = expected(text);
      const left = [...reported];
      const missing = wanted.filter((want) => {
        const [head, ...words] = want.split(/(?<=: MC\d{4}) ?/);
        const at = left.findIndex((each) => each.startsWith(head!) && each.includes(words.join("")));
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      assert.deepEqual({ missing, unexpected: left }, { missing: [], unexpected: [] });
      assert.deepEqual(result?.unsupported, []);
    });
  });
}
