import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../../../src/project/config/load-config.js";
import { loadProject } from "../../../src/project/program/load-project.js";
import type { Project } from "../../../src/project/program/load-project.js";
import { stubbedFile, importStub } from "../../../src/project/source/import-stub.js";
import { ts } from "../../../src/project/source/typescript.js";
import { ProjectOnDisk } from "../../hosts/cli/project-on-disk.js";
import { ensureBuilt } from "../../hosts/editors/support/built.js";

/** Whether a project was loaded whole: what nothing linear reaches has outlines and no lib files. */
function isWhole({ parts }: Project): boolean {
  return parts.some(({ program }) => program.getSourceFiles().some((file) => program.isSourceFileDefaultLibrary(file)));
}

/** A package through which a project gets linear types without ever naming movecheck, and one that has none. */
const packages = {
  "node_modules/kit/package.json": `{ "name": "kit", "types": "./index.d.ts", "exports": { ".": "./index.d.ts", "./jsx-runtime": "./index.d.ts", "./cjs": { "require": "./index.d.ts", "import": "./plain.d.ts" }, "./esm": { "import": "./index.d.ts", "require": "./plain.d.ts" } } }`,
  "node_modules/kit/index.d.ts": `import type { Linear } from "movecheck"; export interface Conn extends Linear { n: 1 } export {};`,
  "node_modules/kit/plain.d.ts": "export declare const n: number;",
  "node_modules/@types/kit/package.json": `{ "name": "@types/kit", "types": "./index.d.ts" }`,
  "node_modules/@types/kit/index.d.ts": `import type { Linear } from "movecheck"; export interface Conn extends Linear { n: 1 }`,
  "local.d.ts": `export type { Conn } from "kit";`,
  "src/plain.ts": "export const n = 1;",
};
const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2023"],
    types: [],
    allowJs: true,
    checkJs: true,
    jsx: "preserve",
  },
  include: ["src"],
});

const forms: Readonly<Record<string, string>> = {
  "import.ts": `import { Conn } from "kit"; export type A = Conn;`,
  "default.ts": `import kit, * as all from 'kit'; export { kit, all };`,
  "type.ts": `import type { Conn } from "kit"; export type A = Conn;`,
  "effect.ts": `import "kit";`,
  "export.ts": `export type { Conn } from "kit";`,
  "star.ts": `export*from"kit";`,
  "as.ts": `export * as kit from "kit";`,
  "lines.ts": `import {\n  type Conn, // a comment with "quotes"\n} /* from */ from // here\n  "kit";\nexport type A = Conn;`,
  "dynamic.ts": `export const kit = () => import("kit");`,
  "annotated.ts": `export const kit = () => import(/* webpackChunkName: "kit" */ "kit");`,
  "template.ts": "export const kit = () => import(`kit`);",
  "inside-template.ts": "export const kit = `${await import(`kit`)}`;",
  "after-regex.ts": "export const quotes = /[`'\"]/u; export const kit = () => import('kit');",
  "typeof.ts": `export type A = import("kit").Conn;`,
  "typed.ts": `export type A = typeof import ( "kit" );`,
  "require.cts": `import kit = require("kit"); export = kit;`,
  "condition.cts": `import kit = require("kit/cjs"); export = kit;`,
  "dynamic-condition.cts": `export const kit = () => import("kit/esm");`,
  "mode.ts": `import type { Conn } from "kit/cjs" with { "resolution-mode": "require" }; export type A = Conn;`,
  "mode-type.ts": `export type A = import("kit/cjs", { with: { "resolution-mode": "require" } }).Conn;`,
  "augmentation.ts": `export {}; declare module "kit" { interface Conn { m: 2 } }`,
  "pragma.tsx": `/** @jsxImportSource kit */ /** @jsxRuntime automatic */ export const e = <a />;`,
  "path.ts": `/// <reference path="../local.d.ts" />\nexport {};`,
  "types.ts": `#!/usr/bin/env node\n/// <reference types="kit" />\nexport {};`,
  "escape.ts": String.raw`export * from "\x6bit";`,
  "import.js": `import * as kit from "kit"; export { kit };`,
  "jsdoc.js": `/** @param {import("kit").Conn} c */ export function f(c) { return c; }`,
  "tag.js": `/** @import { Conn } from "kit" */ export const x = 1;`,
  "require.cjs": `const kit = require("kit"); module.exports = kit;`,
};

for (const [name, text] of Object.entries(forms)) {
  test(`a linear type is seen to reach the project through ${name}`, async () => {
    await ensureBuilt();
    using project = new ProjectOnDisk({ ...packages, "tsconfig.json": tsconfig, [`src/${name}`]: text });
    assert.equal(isWhole(loadProject({ cwd: project.folder, asNeeded: true })), true);
  });
}

test("a project that nothing linear reaches is not loaded whole, though a package it has not imported is linear", () => {
  using project = new ProjectOnDisk({
    ...packages,
    "tsconfig.json": tsconfig,
    "src/a.ts": `import { n } from "./plain.js"; export const m = n;`,
  });
  assert.equal(isWhole(loadProject({ cwd: project.folder, asNeeded: true })), false);
});

test("a comment that accepts a finding is minded where nothing is linear", async () => {
  using project = new ProjectOnDisk({ "a.ts": "// movecheck-ignore MC1001 -- none here\nexport const n = 1;\n" });
  const { status, stdout } = await project.run("check");
  assert.match(stdout, /unused-suppression/u);
  assert.equal(status, 0);
});

test("outlines lead to every file of this project and of what it depends on", () => {
  const { fileNames, options } = loadConfig(fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)));
  const filesOf = (outlines: boolean): Set<string> => {
    const host = ts.createCompilerHost(options);
    const whole = host.getSourceFile.bind(host);
    if (outlines) {
      host.getSourceFile = (path, languageVersion) => {
        const text = host.readFile(path);
        return (
          (text === undefined ? undefined : importStub(path, text, languageVersion)) ?? whole(path, languageVersion)
        );
      };
    }
    const program = ts.createProgram({ rootNames: fileNames, options: { ...options, noLib: true }, host });
    return new Set(program.getSourceFiles().map((file) => file.fileName));
  };
  const outlined = filesOf(true);
  assert.deepEqual(
    [...filesOf(false)].filter((name) => !outlined.has(name)),
    [],
  );
});

test("an outline knows its file", () => {
  const text = `import { a } from "./a.js";\nexport const b = a;\n`;
  const file = importStub("/b.ts", text, ts.ScriptTarget.ES2022);
  assert.ok(file);
  assert.equal(stubbedFile(file)?.text, text);
  assert.doesNotMatch(file.text, /const b/u);
});

/** Wrong in each way in which the outcome could depend on how a file is parsed. */
const broken: Readonly<Record<string, string>> = {
  "a.ts": "export const = 1;\n",
  "await.ts": "await 1; export function f() { await 2; }\n",
  "c.cts": "await 1;\nexport {};\n",
  "decorator.ts": "@a @b\n",
  "e.mts": "export default 1; <T>x; const s = 'unterminated;\n",
  "jsx.tsx": "export const e = <a><b></a>;\n",
  "js.js": "export const n: number = 1;\nexport { n as 'm' \n",
  "regex.ts": "export const r = /(/v;\nconst x = `${`\n",
  "strict.ts": "export const with = 010;\n",
};

test("syntax errors are the same whether or not something linear reaches the project", async () => {
  await ensureBuilt();
  const files = {
    ...packages,
    "tsconfig.json": tsconfig,
    ...Object.fromEntries(Object.entries(broken).map(([name, text]) => [`src/${name}`, text])),
  };
  using without = new ProjectOnDisk(files);
  using reached = new ProjectOnDisk({ ...files, "src/kit.ts": `export type { Conn } from "kit";\n` });
  assert.deepEqual(
    [without, reached].map((project) => isWhole(loadProject({ cwd: project.folder, asNeeded: true }))),
    [false, true],
  );
  const [first, second] = [
    await without.run("check", "--format", "json"),
    await reached.run("check", "--format", "json"),
  ];
  const findings = (stdout: string): unknown[] => (JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics;
  const count = findings(first.stdout).length;
  assert.ok(count > Object.keys(broken).length, String(count));
  assert.deepEqual(findings(first.stdout), findings(second.stdout));
});
