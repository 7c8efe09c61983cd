// Runs every fixture about resources: TypeScript with inline expectations, `//~ MC2001 words of the message`.
// A line may expect several, separated by `;`. What is reported and not expected fails too.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { checkSourceFile } from "../../../src/project/check-source-file.js";
import { folder, virtualFile, virtualProgram } from "../../project/virtual-program.js";
import { fixtureTable } from "./table.js";

const root = fileURLToPath(new URL("./fixtures/", import.meta.url));
const names = readdirSync(root, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".ts") && name !== "kit.ts")
  .sort();
const flat = (name: string): string => name.replaceAll("/", "--");
const texts = new Map(names.map((name) => [name, readFileSync(join(root, name), "utf8")]));
const program = virtualProgram({
  ...Object.fromEntries(
    [...texts].map(([name, text]) => [
      flat(name),
      text.replaceAll(
        /from "(\.[^"]*)\.js"/g,
        (_, path: string) => `from "./${flat(posix.join(posix.dirname(name), path))}.js"`,
      ),
    ]),
  ),
  "kit.ts": readFileSync(join(root, "kit.ts"), "utf8"),
});
const resources = fixtureTable(`${folder}kit.ts`);

function expected(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const [, marks] = /\/\/~ (.*)$/.exec(line) ?? [];
    return marks === undefined ? [] : marks.split(";").map((mark) => `${index + 1}: ${mark.trim()}`);
  });
}

for (const [name, text] of texts) {
  describe(name, () => {
    it("is accepted by the compiler", () => {
      const file = virtualFile(program, flat(name));
      const errors = program.getSemanticDiagnostics(file).map(({ messageText }) => messageText);
      assert.deepEqual(errors, []);
    });

    it("reports what its lines expect, and nothing else", () => {
      const file = virtualFile(program, flat(name));
      const { findings } = checkSourceFile(program, file, { resources });
      const left = findings.map(
        ({ span, code, message }) => `${file.getLineAndCharacterOfPosition(span.start).line + 1}: ${code} ${message}`,
      );
      const missing = expected(text).filter((want) => {
        const [head, ...words] = want.split(/(?<=: MC\d{4}) ?/);
        const at = left.findIndex((each) => each.startsWith(head!) && each.includes(words.join("")));
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      assert.deepEqual({ missing, unexpected: left }, { missing: [], unexpected: [] });
    });
  });
}
