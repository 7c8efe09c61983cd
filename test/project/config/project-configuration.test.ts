import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { configurationOf } from "../../../src/project/config/configuration-of.js";
import type { ProjectConfiguration } from "../../../src/project/config/project-configuration.js";
import { loadProject } from "../../../src/project/program/load-project.js";
import { ts } from "../../../src/project/source/typescript.js";
import { ProjectOnDisk } from "../../hosts/cli/project-on-disk.js";

/** What counts for a project of these files. */
function configure(project: ProjectOnDisk): ProjectConfiguration {
  const [part] = loadProject({ cwd: project.folder }).parts;
  assert.ok(part !== undefined);
  const { configuration, problem } = configurationOf(ts, part.program);
  assert.equal(problem, undefined);
  return configuration;
}

const lease = `class Base { close(): void {} }
export class Lease extends Base { intoStream(): void {} }
export namespace make { export function lease(name: string): Lease { void name; return new Lease(); } }
export class Pool { static open(): [number, Lease] { return [1, new Lease()]; } with(f: (lease: Lease) => void): void { f(new Lease()); } }
`;
const index = `export { Lease as Loan, make, Pool } from "./lease.js";
export function end(loan: unknown): void { void loan; }
export const spy = { see(loan: unknown, options?: { loan: unknown }): void { void loan; void options; } };
`;

test("names are followed to where they are declared, whatever they are exported as", () => {
  using project = new ProjectOnDisk({
    "src/lease.ts": lease,
    "src/index.ts": index,
    "movecheck.json": JSON.stringify({
      presets: [],
      resources: [
        {
          type: "Loan",
          from: "./src/index.ts",
          acquire: ["make.lease", "Pool.open()[1]", "Pool.with(0)(0)", "new Loan"],
          release: ["close", "end(0)"],
          transfer: ["intoStream"],
          borrow: ["spy.see(0)", "spy.see(1.loan)"],
          until: "drained",
          leak: "warning",
        },
      ],
    }),
  });
  const declared = [join(project.folder, "src/lease.ts")];
  const from = [join(project.folder, "src/index.ts")];
  assert.deepEqual(configure(project).table(false).resources, [
    {
      origin: "movecheck.json",
      type: { kind: "named", name: "Lease", from: declared },
      acquire: [
        { callee: { kind: "function", name: "lease", from: declared } },
        { callee: { kind: "method", owner: "Pool", name: "open", from: declared }, part: ["1"] },
        {
          callee: { kind: "method", owner: "Pool", name: "with", from: declared },
          gives: { callback: 0, parameter: 0 },
        },
        { callee: { kind: "constructor", name: "Lease", from: declared } },
      ],
      release: [
        { kind: "method", name: "close" },
        { kind: "function", callee: { kind: "function", name: "end", from }, argument: 0 },
      ],
      transfer: [{ callee: { kind: "method", owner: "Lease", name: "intoStream", from: declared }, operand: "this" }],
      borrow: [{ callee: { kind: "method", owner: "spy", name: "see", from }, operand: 0 }],
      lentAs: ["loan"],
      leak: "warning",
      leakOnThrow: "off",
      releaseTwice: "off",
      useAfterRelease: "error",
      until: "drained",
    },
  ]);
});

test("calls that happen once, and functions that consume", () => {
  using project = new ProjectOnDisk({
    "src/bus.ts": `export interface Bus { on(event: string, listener: () => void, options?: { once?: boolean }): void; }
export function effect(run: () => () => void): void { run()(); }
export function query(sql: string, options: { transaction: unknown }): void { void sql; void options; }\n`,
    "movecheck.json": JSON.stringify({
      presets: [],
      callOnce: ["Bus.on(1) when 2.once", "./src/bus.ts#effect(0)()"],
      consumes: ["query(1.transaction)", "query(0)"],
      collectors: ["Bus.on(1) when 2.once"],
    }),
  });
  const from = [join(project.folder, "src/bus.ts")];
  const configuration = configure(project);
  const { calls } = configuration;
  const on = { kind: "method", owner: "Bus", name: "on", from };
  const query = { kind: "function", name: "query", from };
  assert.deepEqual(calls.callOnce, [
    { callee: on, argument: 1, returned: false, when: { argument: 2, property: "once" } },
    { callee: { kind: "function", name: "effect", from }, argument: 0, returned: true },
  ]);
  assert.deepEqual(calls.consumes, [
    { callee: query, operand: 1, property: "transaction" },
    { callee: query, operand: 0 },
  ]);
  assert.deepEqual(configuration.table(false).collectors, [
    { callee: on, operand: 1, when: { argument: 2, property: "once", equals: true } },
  ]);
});

test("auto takes what is always there and what is imported; a list takes what it names", () => {
  using project = new ProjectOnDisk({
    "node_modules/pg/index.d.ts": "export class Pool {}",
    "node_modules/pg/package.json": `{ "name": "pg", "types": "index.d.ts" }`,
    "node_modules/redlock/index.d.ts": "export {};",
    "node_modules/redlock/package.json": `{ "name": "redlock", "types": "index.d.ts" }`,
    "src/a.ts": `import { Pool } from "pg"; void Pool;`,
  });
  const active = (presets: unknown): readonly string[] => {
    project.write("movecheck.json", JSON.stringify({ presets }));
    return configure(project).presets.map(({ name }) => name);
  };
  assert.deepEqual(active("auto"), ["node", "web", "pg", "disposable"]);
  assert.deepEqual(active(["redlock", "node"]), ["node", "redlock"]);
  assert.deepEqual(active(["auto", "wasm-bindgen"]), ["node", "web", "pg", "wasm-bindgen", "disposable"]);
  assert.deepEqual(active([]), []);
});

test("tests are left alone unless they are asked for, and then have their own tiers", () => {
  using project = new ProjectOnDisk({ "src/a.ts": "export {};" });
  const test = join(project.folder, "test/a.ts");
  const code = join(project.folder, "src/a.ts");
  const quiet = configure(project);
  assert.deepEqual(quiet.tableFor(test), { resources: [], collectors: [] });
  assert.equal(quiet.tableFor(code), quiet.table(false));
  project.write("movecheck.json", `{ "tests": true }`);
  const asked = configure(project);
  assert.equal(asked.tableFor(test), asked.table(true));
  const leak = (tests: boolean): unknown =>
    asked.table(tests).resources.find(({ type }) => type.kind === "named" && type.name === "Server")?.leak;
  assert.equal(leak(false), "off");
  assert.equal(leak(true), "warning");
});
