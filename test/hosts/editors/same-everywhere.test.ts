// The same file gives the same codes at the same positions, whoever shows them: over the whole misuse catalogue.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Range } from "vscode-languageserver-protocol";
import { FAMILIES } from "../../../src/hosts/eslint/families.js";
import { loadCatalogue, ownCatalogue } from "../../../src/conformance/catalogue.js";
import { ESLINTS, Sample } from "../eslint/support/sample.js";
import { Client } from "../lsp/support/client.js";
import { COMPILERS, TsServer } from "../tsserver/support/tsserver.js";
import { BUILT_COMMAND, BUILT_SERVER, ensureBuilt } from "./support/built.js";

/** `MC0382 4:9-4:14`, from 1, by file. */
type Seen = Readonly<Record<string, readonly string[]>>;

const place = (code: string, line: number, column: number, endLine: number, endColumn: number): string =>
  `${code} ${line}:${column}-${endLine}:${endColumn}`;
const sorted = (places: Iterable<string>): string[] => [...places].sort();

describe("the whole catalogue, shown by every host", () => {
  let sample: Sample;
  const files = new Map<string, string>();
  let command: Seen = {};
  /** What the command says of resources, which no other host shows yet. */
  let resources = 0;
  let fixable: ReadonlySet<string> = new Set();

  before(async () => {
    await ensureBuilt();
    sample = new Sample("built");
    const { cases } = await loadCatalogue(ownCatalogue);
    for (const { name, typescript } of cases) {
      const text = readFileSync(typescript, "utf8");
      files.set(`${name}/case.ts`, text);
      sample.write(`${name}/case.ts`, text);
    }
    sample.write("prelude.ts", readFileSync(join(ownCatalogue, "prelude.ts"), "utf8"));

    const { stdout, stderr } = spawnSync(process.execPath, [BUILT_COMMAND, "check", "--format", "json", "-p", "."], {
      cwd: sample.folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    assert.notEqual(stdout, "", stderr);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: {
        file: string;
        line: number;
        column: number;
        endLine: number;
        endColumn: number;
        code: string;
        fix: unknown;
      }[];
    };
    fixable = new Set(diagnostics.flatMap(({ code, fix }) => (fix === null || fix === undefined ? [] : [code])));
    resources = diagnostics.filter(({ code }) => code.startsWith("MC2")).length;
    command = group(
      diagnostics
        .filter(({ code }) => !code.startsWith("MC2"))
        .map(({ file, code, line, column, endLine, endColumn }) => [
          file,
          place(code, line, column, endLine, endColumn),
        ]),
    );
  });
  after(() => {
    sample.remove();
  });

  function group(places: readonly (readonly [file: string, place: string])[]): Seen {
    const seen: Record<string, string[]> = Object.fromEntries([...files.keys()].map((file) => [file, []]));
    for (const [file, at] of places) (seen[file] ??= []).push(at);
    return Object.fromEntries(Object.entries(seen).map(([file, found]) => [file, sorted(found)]));
  }

  it("the command finds something in more than half of it", () => {
    const found = Object.values(command).filter((places) => places.length > 0);
    assert.ok(found.length > files.size / 2, `${found.length} of ${files.size}`);
  });

  it("known gap: only the command tells what becomes of resources (MC2001 to MC2005)", () => {
    assert.equal(resources, 1);
  });

  it("the rules that offer suggestions are those whose diagnostics have fixes", () => {
    const offering = Object.values(FAMILIES).flatMap(({ codes, fixes }): string[] => (fixes ? [...codes] : []));
    assert.deepEqual(sorted(offering), sorted(fixable));
  });

  for (const eslint of ESLINTS) {
    it(`ESLint ${eslint.version} shows the same as the command`, () => {
      const reports = sample.lint(eslint, [...files.keys()]).files;
      const seen = reports.flatMap(({ filePath, messages }) =>
        messages.map(({ message, line, column, endLine, endColumn }) => {
          const code = /^([\w-]+):/.exec(message)?.[1] ?? message;
          return [filePath.slice(sample.folder.length + 1), place(code, line, column, endLine, endColumn)] as const;
        }),
      );
      assert.deepEqual(group(seen), command);
    });
  }

  it("the language server shows the same as the command", { timeout: 300_000 }, async () => {
    const client = new Client(BUILT_SERVER, sample.folder);
    await client.initialize();
    const seen: [string, string][] = [];
    for (const [name, text] of files) {
      const document = await client.open(join(sample.folder, name), text);
      const at = ({ start, end }: Range, code: string): string =>
        place(code, start.line + 1, start.character + 1, end.line + 1, end.character + 1);
      for (const { code, range } of await client.diagnostics(document)) seen.push([name, at(range, String(code))]);
      await client.close(document);
    }
    assert.equal(await client.stop(), 0);
    assert.deepEqual(group(seen), command);
  });

  for (const [version, compiler] of Object.entries(COMPILERS)) {
    it(`tsserver of TypeScript ${version} shows the same as the command`, { timeout: 300_000 }, async () => {
      const config = JSON.parse(readFileSync(join(sample.folder, "tsconfig.json"), "utf8")) as {
        compilerOptions: Record<string, unknown>;
      };
      const { compilerOptions } = config;
      sample.write(
        "tsconfig.json",
        JSON.stringify({
          ...config,
          compilerOptions: { ...compilerOptions, plugins: [{ name: "@movecheck/cli/tsserver" }] },
        }),
      );
      const tsserver = new TsServer(compiler, ["--allowLocalPluginLoads"]);
      const seen: [string, string][] = [];
      for (const [name, text] of files) {
        const file = join(sample.folder, name);
        tsserver.open(file, text);
        for (const { source, text: message, start, end } of await tsserver.semanticDiagnostics(file)) {
          if (source !== "movecheck") continue;
          seen.push([
            name,
            place(/^([\w-]+):/.exec(message)?.[1] ?? message, start.line, start.offset, end.line, end.offset),
          ]);
        }
        tsserver.notify("close", { file });
      }
      await tsserver.stop();
      assert.deepEqual(group(seen), command);
    });
  }
});
