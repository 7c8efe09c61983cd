import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runTsc, tscVersions, type TscDiagnostic } from "../src/conformance/tsc.js";
import { checkSourceFile } from "../src/project/check-source-file.js";
import { virtualFile, virtualProgram } from "./project/virtual-program.js";
import { root, sourcePaths } from "./support/kit.js";

/** The fenced blocks of one language in a README, in order. */
function blocks(language: string, file = "README.md"): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, body]) => (name === language ? [body!] : []));
}

/** The error as the README shows it: one line, and the parts of a union in one order (compilers differ in it). */
function shown(diagnostic: TscDiagnostic): string {
  const [sentence = ""] = diagnostic.message.split("\n");
  return `${basename(diagnostic.file)}(${diagnostic.line},${diagnostic.column}): error ${diagnostic.code}: ${ordered(sentence)}`;
}

const ordered = (line: string): string =>
  line.replace(
    /type '([^']*(?:'[^']*)*?)' is not/,
    (_, union: string) => `type '${union.split(" | ").sort().join(" | ")}' is not`,
  );

describe("the README's examples", () => {
  const [receive, lease, ...others] = blocks("ts");
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "movecheck-readme-"));
    writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
    writeFileSync(join(folder, "receive.ts"), receive!);
    writeFileSync(join(folder, "lease.ts"), lease!);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  test("are the two that are compiled here", () => {
    assert.deepEqual(others, []);
  });

  test("are the library's, too", () => {
    assert.deepEqual(blocks("ts", "packages/movecheck/README.md"), [lease]);
  });

  for (const version of tscVersions) {
    test(`give the error that the README shows, and no other, on TypeScript ${version}`, async () => {
      const { diagnostics } = await runTsc(version, [join(folder, "receive.ts"), join(folder, "lease.ts")], {
        compilerOptions: { types: ["node"], typeRoots: [join(root, "node_modules/@types")], paths: sourcePaths },
      });
      const [error] = blocks("text");
      assert.deepEqual(diagnostics.map(shown), [ordered(error!.trim())]);
    });
  }

  test("give what the README says that the checker reports, and nothing else", () => {
    const program = virtualProgram({
      "receive.ts": receive!.replace("movecheck/fd", "../../src/fd/index.js"),
      "lease.ts": lease!.replace("movecheck", "../../src/index.js"),
    });
    const reported = (name: string): string[] => {
      const file = virtualFile(program, name);
      const { findings } = checkSourceFile(program, file, { force: true, validateGraphs: true });
      return findings.map(
        ({ code, span }) =>
          `${code} ${file.text.slice(span.start, span.end)} in line ${file.getLineAndCharacterOfPosition(span.start).line + 1}`,
      );
    };
    assert.deepEqual(reported("receive.ts"), ["MC1001 file in line 3", "MC0382 fd in line 7"]);
    assert.deepEqual(reported("lease.ts"), []);
  });
});
