import assert from "node:assert/strict";
import { test } from "node:test";
import type TypeScript from "typescript";
import { linearReach } from "../../../src/project/source/linear-reach.js";
import { ts } from "../../../src/project/source/typescript.js";
import { folder, virtualProgram } from "../virtual-program.js";

/** The virtual files that a linear type reaches. */
function reached(files: Readonly<Record<string, string>>, options: TypeScript.CompilerOptions = {}): string[] {
  const set = linearReach(virtualProgram(files, options));
  return [...set]
    .map((file) => file.fileName)
    .filter((name) => name.startsWith(folder))
    .map((name) => name.slice(folder.length))
    .sort();
}

const kit = `import type { Linear } from "../../src/index.js"; export interface Conn extends Linear { n: 1 }`;
const plain = "export const n = 1;";

test("nothing is reached where movecheck is not part of the program", () => {
  assert.deepEqual(reached({ "a.ts": plain, "b.ts": `export * from "./a.js";` }), []);
});

test("imports of every form reach", () => {
  const importers = {
    "import.ts": `import { Conn } from "./kit.js"; export type A = Conn;`,
    "type.ts": `import type { Conn } from "./kit.js"; export type A = Conn;`,
    "effect.ts": `import "./kit.js"; export {};`,
    "export.ts": `export type { Conn } from "./kit.js";`,
    "star.ts": `export * from "./kit.js";`,
    "as.ts": `export * as kit from "./kit.js";`,
    "dynamic.ts": `export const kit = () => import("./kit.js");`,
    "typeof.ts": `export type A = import("./kit.js").Conn;`,
    "chain.ts": `export * from "./star.js";`,
  };
  assert.deepEqual(
    reached({ "kit.ts": kit, "plain.ts": plain, ...importers }),
    [...Object.keys(importers), "kit.ts"].sort(),
  );
});

test("import = require reaches", () => {
  const options = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Bundler };
  assert.deepEqual(
    reached(
      { "kit.ts": kit, "plain.ts": plain, "require.ts": `import kit = require("./kit.js"); export = kit;` },
      options,
    ),
    ["kit.ts", "require.ts"],
  );
});

test("cycles end", () => {
  assert.deepEqual(
    reached({
      "a.ts": `export * from "./b.js";`,
      "b.ts": `export * from "./a.js"; export * from "./kit.js";`,
      "kit.ts": kit,
      "plain.ts": plain,
    }),
    ["a.ts", "b.ts", "kit.ts"],
  );
});

test("JavaScript: require, JSDoc imports", () => {
  const options = { allowJs: true, checkJs: true } as const;
  const files = {
    "kit.ts": kit,
    "plain.js": plain,
    "import.js": `import * as kit from "./kit.js"; export { kit };`,
    "jsdoc.js": `/** @param {import("./kit.js").Conn} c */ export function f(c) { return c; }`,
    "tag.js": `/** @import { Conn } from "./kit.js" */ export const x = 1;`,
    "required.cjs": `const kit = require("./kit.js"); module.exports = kit;`,
  };
  assert.deepEqual(reached(files, options), ["import.js", "jsdoc.js", "kit.ts", "required.cjs", "tag.js"]);
});

test("a reached global reaches every file", () => {
  const globals = {
    "module.ts": `import type { Conn } from "./kit.js"; declare global { var conn: Conn; }`,
    "script.d.ts": `declare var conn: import("./kit.js").Conn;`,
    "ambient.d.ts": `declare module "virtual" { import type { Conn } from "kit"; export const conn: Conn; }`,
    "augmentation.ts": `import type { Conn } from "./kit.js"; declare module "node:fs" { interface Stats { conn: Conn } }`,
  };
  for (const [name, text] of Object.entries(globals)) {
    assert.deepEqual(
      reached({ "a.ts": plain, [name]: text, "kit.ts": kit }, { paths: { kit: [`${folder}kit.ts`] } }),
      ["a.ts", name, "kit.ts"].sort(),
      name,
    );
  }
});

test("a UMD name reaches every file", () => {
  const umd = `export * from "./kit.js"; export as namespace Kit;`;
  assert.deepEqual(reached({ "a.ts": plain, "global.d.ts": umd, "kit.ts": kit }), ["a.ts", "global.d.ts", "kit.ts"]);
});

test("globals that are not reached change nothing", () => {
  assert.deepEqual(
    reached({
      "a.ts": plain,
      "script.ts": "declare var n: number;",
      "global.ts": "export {}; declare global { var m: number; }",
      "kit.ts": kit,
    }),
    ["kit.ts"],
  );
});
