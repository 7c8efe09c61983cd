import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Example } from "../../../../src/checker/diagnostics/explain/explanation.js";
import { explanations } from "../../../../src/checker/diagnostics/explain/explanations.js";
import { checkSourceFile } from "../../../../src/project/check-source-file.js";
import { virtualFile, virtualProgram } from "../../../project/virtual-program.js";
import { fixtureTable } from "../../resources/table.js";

const source = (path: string): string => fileURLToPath(new URL(`../../../../src/${path}`, import.meta.url));
const resources = fixtureTable("");
const options = { paths: { movecheck: [source("index.ts")], "movecheck/fd": [source("fd/index.ts")] } };

/** What tsc and the checker say about a program. */
function verdict(text: string, { options: asked = {} }: Example): { tsc: number[]; checker: string[] } {
  const program = virtualProgram({ "example.ts": text }, options);
  const file = virtualFile(program, "example.ts");
  const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  const { findings } = checkSourceFile(program, file, { resources, ...asked, validateGraphs: true });
  return { tsc: errors.map(({ code }) => code), checker: findings.map(({ code, message }) => `${code} ${message}`) };
}

for (const { code, examples } of explanations) {
  examples.forEach((example, index) => {
    test(`${code}, example ${index + 1}: the failing program reports it and nothing else`, () => {
      const { tsc, checker } = verdict(example.failing, example);
      assert.deepEqual(tsc, example.tsc ?? []);
      assert.deepEqual([...new Set(checker.map((finding) => finding.split(" ")[0]))], [code], checker.join("\n"));
    });

    test(`${code}, example ${index + 1}: the fixed program reports nothing`, () => {
      assert.deepEqual(verdict(example.fixed, example), { tsc: [], checker: [] });
    });
  });
}
