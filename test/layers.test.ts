// What may import what in src: each kind of rule of .dependency-cruiser.cjs refuses what breaks it, and its tables say what
// is there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, before, describe, it } from "node:test";
import { root } from "./support/kit.js";

interface Tables {
  readonly LAYERS: Readonly<Record<string, readonly string[]>>;
  readonly PACKAGES: Readonly<Record<string, unknown>>;
  readonly CIRCLES: readonly { readonly reason: string; readonly files: readonly string[] }[];
}

interface Cruised {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const require = createRequire(import.meta.url);
const configuration = require(join(root, ".dependency-cruiser.cjs")) as Record<symbol, Tables>;
const { LAYERS, PACKAGES, CIRCLES } = configuration[Symbol.for("movecheck.layers")]!;

/** What `npm run lint` runs, with its findings as JSON. */
function cruise(folder: string): Cruised {
  const bin = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [bin, "src", "--output-type", "json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  assert.equal(stderr, "");
  return JSON.parse(stdout) as Cruised;
}

/** The row that a file of src belongs to: the deepest one. */
const rowOf = (file: string, table: object): string | undefined =>
  Object.keys(table)
    .filter((row) => file === row || file.startsWith(`${row}/`))
    .sort((a, b) => b.length - a.length)[0];

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.c?ts$/u.test(name));

describe("a file that breaks a rule fails the lint", () => {
  /** One file each: where it is, what it says, and the rule that refuses it, if one does. */
  const files: readonly (readonly [file: string, text: string, rule?: string])[] = [
    // Every part of the core, one step up.
    ["types/a.ts", 'import "../fd/api/target.js";', "layers: src/types"],
    ["fd/errors/a.ts", 'import "../table/target.js";', "layers: src/fd/errors"],
    ["fd/api/a.ts", 'import "../linux/target.js";', "layers: src/fd/api"],
    ["checker/syntax/a.ts", 'import "../oracle/target.js";', "layers: src/checker/syntax"],
    ["checker/oracle/a.ts", 'import "../scope/target.js";', "layers: src/checker/oracle"],
    ["checker/scope/a.ts", 'import "../oracle/target.js";', "layers: src/checker/scope"],
    ["checker/ir/a.ts", 'import "../lower/target.js";', "layers: src/checker/ir"],
    ["checker/lower/builder/a.ts", 'import "../expression/target.js";', "layers: src/checker/lower/builder"],
    ["checker/lower/narrowing/a.ts", 'import "../expression/target.js";', "layers: src/checker/lower/narrowing"],
    ["checker/lower/expression/a.ts", 'import "../statement/target.js";', "layers: src/checker/lower/expression"],
    ["checker/lower/a.ts", 'import "../dataflow/target.js";', "layers: src/checker/lower"],
    ["checker/graph/a.ts", 'import "../dataflow/target.js";', "layers: src/checker/graph"],
    ["checker/dataflow/a.ts", 'import "../checks/target.js";', "layers: src/checker/dataflow"],
    ["checker/diagnostics/a.ts", 'import "../checks/target.js";', "layers: src/checker/diagnostics"],
    ["checker/checks/a.ts", 'import "../query/target.js";', "layers: src/checker/checks"],
    ["checker/query/a.ts", 'import "../checks/target.js";', "layers: src/checker/query"],
    ["checker/a.ts", 'import "../project/target.js";', "layers: src/checker"],
    ["project/source/a.ts", 'import "../oracle/target.js";', "layers: src/project/source"],
    ["project/config/a.ts", 'import "../program/target.js";', "layers: src/project/config"],
    ["project/oracle/a.ts", 'import "../findings/target.js";', "layers: src/project/oracle"],
    ["project/findings/a.ts", 'import "../program/target.js";', "layers: src/project/findings"],
    ["project/a.ts", 'import "../hosts/cli/target.js";', "layers: src/project"],
    ["hosts/lsp/a.ts", 'import "../cli/target.js";', "layers: src/hosts/lsp"],
    ["hosts/cli/a.ts", 'import "../../../test/target.js";', "layers: src/hosts/cli"],
    // However it is written.
    [
      "checker/scope/type.ts",
      'import type { T } from "../ir/target.js"; export type U = T;',
      "layers: src/checker/scope",
    ],
    ["checker/scope/inline.ts", 'export type U = import("../ir/target.js").T;', "layers: src/checker/scope"],
    ["checker/scope/later.ts", 'export const later = () => import("../ir/target.js");', "layers: src/checker/scope"],
    ["checker/scope/again.ts", 'export * from "../ir/target.js";', "layers: src/checker/scope"],
    // And what is allowed.
    ["checker/scope/good.ts", 'import "../syntax/target.js";'],
    ["checker/lower/expression/good.ts", 'import "../builder/target.js"; import "./call/target.js";'],
    ["checker/good.ts", 'import "./checks/target.js";'],
    ["project/oracle/good.ts", 'import "../../checker/oracle/target.js";'],
    ["hosts/cli/good.ts", 'import "../../project/target.js"; import "../lsp/target.js";'],
    // Packages.
    ["fd/api/koffi.ts", 'import "koffi";', "packages: src/fd"],
    ["fd/linux/koffi.ts", 'import "koffi";'],
    ["checker/ir/compiler.ts", 'import "typescript";', "packages: src/checker"],
    [
      "checker/ir/compiler-type.ts",
      'import type { Node } from "typescript"; export type N = Node;',
      "packages: src/checker",
    ],
    ["checker/ir/tree.ts", 'import { TSESTree } from "@typescript-eslint/types"; TSESTree;', "packages: src/checker"],
    ["checker/ir/tree-type.ts", 'import type { TSESTree } from "@typescript-eslint/types"; export type T = TSESTree;'],
    ["checker/ir/node.ts", 'import "node:fs";', "packages: src/checker"],
    ["project/compiler.ts", 'import "typescript"; import "node:fs";'],
    ["project/command.ts", 'import "commander";', "packages: src/project"],
    // Circles.
    ["checker/ir/one.ts", 'import type { B } from "./two.js"; export interface A { b: B }', "circles"],
    ["checker/ir/local.ts", 'import "./move-path.js"; import "./third.js";', "circles"],
    ["checker/ir/move-path.ts", 'import "./local.js";'],
    // What is not there can't be judged.
    ["checker/ir/nowhere.ts", 'import "./nothing.js";', "not found"],
  ];
  const targets = [
    "types fd/api fd/table fd/linux checker/syntax checker/oracle checker/scope checker/ir checker/lower",
    "checker/lower/builder checker/lower/expression checker/lower/expression/call checker/lower/statement checker/dataflow",
    "checker/checks checker/query project project/oracle project/findings project/program hosts/cli hosts/lsp",
  ].flatMap((line) => line.split(" "));

  const folder = mkdtempSync(join(tmpdir(), "movecheck-layers-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const found = new Map<string, string[]>();
  before(() => {
    cpSync(join(root, ".dependency-cruiser.cjs"), join(folder, ".dependency-cruiser.cjs"));
    write("tsconfig.json", readFileSync(join(root, "tsconfig.json"), "utf8"));
    for (const name of ["koffi", "typescript", "commander", "@typescript-eslint/types"]) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
      write(`node_modules/${name}/index.js`, "");
    }
    write(
      "package.json",
      JSON.stringify({
        name: "example",
        dependencies: { koffi: "*", typescript: "*", commander: "*", "@typescript-eslint/types": "*" },
      }),
    );
    for (const target of targets) write(`src/${target}/target.ts`, "export type T = 1;");
    // The other ends of circles: a circle is reported at one of its files.
    write("src/checker/ir/two.ts", 'import type { A } from "./one.js"; export interface B { a: A }');
    write("src/checker/ir/third.ts", 'import "./local.js";');
    write("test/target.ts", "export {};");
    for (const [file, text] of files) write(`src/${file}`, text);
    for (const { from, rule } of cruise(folder).summary.violations)
      found.set(from, [...new Set([...(found.get(from) ?? []), rule.name])]);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const [file, text, rule] of files)
    it(`src/${file}: ${text}${rule === undefined ? " is allowed" : ""}`, () => {
      assert.deepEqual(found.get(`src/${file}`) ?? [], rule === undefined ? [] : [rule]);
    });

  it("npm run lint runs it", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    assert.match(scripts.lint!, /\bnpm run --silent layers\b/);
    assert.equal(scripts.layers, "depcruise src");
  });
});

describe("the tables", () => {
  const { modules, summary } = cruise(root);

  it("are kept", () => {
    assert.deepEqual(
      summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`),
      [],
    );
  });

  it("have a row for every file", () => {
    assert.deepEqual(
      sources.filter((file) => rowOf(file, LAYERS) === undefined || rowOf(file, PACKAGES) === undefined),
      [],
    );
  });

  it("name what is there", () => {
    assert.deepEqual(
      Object.keys(LAYERS).filter((row) => !existsSync(join(root, "src", row))),
      [],
    );
  });

  it("lead from no row back to itself", () => {
    const allows = (cell: string, row: string): boolean =>
      cell.endsWith("/**") ? `${row}/`.startsWith(cell.slice(0, -2)) : rowOf(cell, LAYERS) === row;
    const below = new Map(
      Object.entries(LAYERS).map(([row, allowed]) => [
        row,
        new Set(Object.keys(LAYERS).filter((other) => other !== row && allowed.some((cell) => allows(cell, other)))),
      ]),
    );
    const circles = [...below.keys()].filter((row) => {
      const reached = new Set(below.get(row));
      for (const other of reached) for (const next of below.get(other) ?? []) reached.add(next);
      return reached.has(row);
    });
    assert.deepEqual(circles, []);
  });

  it("list exactly the circles that there are", () => {
    const imports = new Map(
      modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]),
    );
    const reach = (from: string): Set<string> => {
      const reached = new Set(imports.get(from));
      for (const file of reached) for (const next of imports.get(file) ?? []) reached.add(next);
      return reached;
    };
    const reached = new Map(
      [...imports.keys()].filter((file) => file.startsWith("src/")).map((file) => [file, reach(file)]),
    );
    const circles = new Set<string>();
    for (const [file, files] of reached) {
      const circle = [...files].filter((other) => reached.get(other)?.has(file) === true);
      if (circle.length > 0)
        circles.add(
          circle
            .map((each) => relative("src", each))
            .sort()
            .join(" "),
        );
    }
    assert.deepEqual([...circles].sort(), CIRCLES.map(({ files }) => [...files].sort().join(" ")).sort());
    for (const { reason } of CIRCLES) assert.ok(reason.length > 20);
  });
});
