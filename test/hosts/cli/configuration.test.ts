import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ProjectOnDisk } from "./project-on-disk.js";

const lease = `export class Lease { free(): void {} intoStream(): void {} readonly id = 1; }
export class LeasePool { take(): Lease { return new Lease(); } }
export function giveBack(lease: Lease): void { lease.free(); }
export function audit(lease: Lease, how?: string): void { void lease; void how; }
export class Bag { keep(value: unknown): void { void value; } }
export interface Bus { once(event: string, listener: () => void): void; }
`;
const other = "export class Pool {}\n";
const third = "export class Pool {}\nexport const limit = 3;\n";

/** The one line on stderr that a configuration gets, and the exit status. */
async function complain(configuration: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  using project = new ProjectOnDisk({
    "src/lease.ts": lease,
    "src/other.ts": other,
    "src/third.ts": third,
    "movecheck.json": configuration,
    ...more,
  });
  const { status, stdout, stderr } = await project.run("check");
  assert.equal(status, 2, stderr);
  assert.equal(stdout, "");
  assert.match(stderr, /^movecheck: [^\n]+\n$/u);
  return stderr.slice("movecheck: ".length, -1);
}

const resource = (entry: string): string => `{\n  "resources": [{\n    ${entry}\n  }]\n}`;

const kinds: Readonly<Record<string, readonly [configuration: string, complaint: string]>> = {
  "text that is not JSON": [`{ "tests": }`, "movecheck.json:1:12: this is not JSON with comments: value expected"],
  "a misspelt key": [`{ "resource": [] }`, `movecheck.json:1:3: unknown key "resource"; did you mean "resources"?`],
  "a misspelt key of a resource": [
    resource(`"type": "Lease", "aquire": []`),
    `movecheck.json:3:22: unknown key "aquire" in resources[0]; did you mean "acquire"?`,
  ],
  "a value of another kind": [
    `{ "collectors": "Bag.keep(0)" }`,
    `movecheck.json:1:17: collectors must be a list of names, such as ["close"], not "Bag.keep(0)"`,
  ],
  "an unknown severity": [
    resource(`"release": ["free"], "leak": "warn"`),
    `movecheck.json:3:34: resources[0].leak must be "error", "warning" or "off", not "warn"`,
  ],
  "a name that is not written like one": [
    resource(`"release": ["free()!"]`),
    `movecheck.json:3:17: resources[0].release[0] must be a name such as "close", "Pool.take", "new Lease", "giveBack(0)", "Lease.into(this)" or "pkg#make", not "free()!"`,
  ],
  "an unknown preset": [
    `{ "presets": ["node", "postgrs"] }`,
    `movecheck.json:1:23: there is no preset "postgrs"; did you mean "postgres"?`,
  ],
  "a preset whose package is not installed": [
    `{ "presets": ["mysql2"] }`,
    `movecheck.json:1:15: the preset "mysql2" is about mysql2, which the project does not resolve; install it, or leave the preset out`,
  ],
  "a module that is not there": [
    resource(`"type": "Lease", "from": "./src/leases.ts", "release": ["free"]`),
    `movecheck.json:3:13: the module "./src/leases.ts" is not found from here`,
  ],
  "a type that its module does not declare": [
    resource(`"type": "Leese", "from": "./src/lease.ts", "release": ["free"]`),
    `movecheck.json:3:13: there is no "Leese" in "./src/lease.ts"; did you mean "Lease"?`,
  ],
  "a type that is nowhere": [
    resource(`"type": "Leese", "release": ["free"]`),
    `movecheck.json:3:13: there is no "Leese" among the project's own files and the globals; did you mean "Lease"?`,
  ],
  "a type that is declared twice": [
    resource(`"type": "Pool", "release": ["free"]`),
    `movecheck.json:3:13: "Pool" is declared more than once, in ./src/other.ts, ./src/third.ts; name its module`,
  ],
  "a value in the place of a type": [
    resource(`"type": "limit", "from": "./src/third.ts", "release": ["free"]`),
    `movecheck.json:3:13: there is no type "limit" in "./src/third.ts"`,
  ],
  "a module without the type": [
    resource(`"from": "./src/lease.ts", "release": ["free"]`),
    `movecheck.json:3:13: the module alone does not say which of its types is meant; add "type", or release it by "()"`,
  ],
  "a method that the type does not have": [
    resource(`"type": "Lease", "from": "./src/lease.ts", "release": ["fre"]`),
    `movecheck.json:3:60: "Lease" has no member "fre"; did you mean "free"?`,
  ],
  "a property that can't be called": [
    resource(`"type": "Lease", "from": "./src/lease.ts", "release": ["id"]`),
    `movecheck.json:3:60: "Lease.id" can't be called`,
  ],
  "a method that another type does not have": [
    resource(`"type": "Lease", "from": "./src/lease.ts", "acquire": ["LeasePool.tke"], "release": ["free"]`),
    `movecheck.json:3:60: "LeasePool" has no member "tke"; did you mean "take"?`,
  ],
  "a function that is nowhere": [
    resource(`"type": "Lease", "from": "./src/lease.ts", "release": ["givBack(0)"]`),
    `movecheck.json:3:60: there is no "givBack" in "./src/lease.ts"; did you mean "giveBack"?`,
  ],
  "a parameter that the function does not have": [
    resource(`"type": "Lease", "from": "./src/lease.ts", "release": ["free"], "borrow": ["audit(2)"]`),
    `movecheck.json:3:80: "audit" takes 2 parameters; there is none with the index 2`,
  ],
  "something that can't be made with new": [
    resource(`"type": "Lease", "from": "./src/lease.ts", "acquire": ["new giveBack"], "release": ["free"]`),
    `movecheck.json:3:60: "giveBack" can't be made with new`,
  ],
  "a collector that does not say what it collects": [
    `{ "collectors": ["Bag.keep"] }`,
    `movecheck.json:1:18: "Bag.keep" does not say what is meant of the call; write "f(0)" for a parameter, or "Type.f(this)"`,
  ],
  "a callback of a module that is not there": [
    `{ "callOnce": ["./src/bus.ts#Bus.once(1)"] }`,
    `movecheck.json:1:16: the module "./src/bus.ts" is not found from here`,
  ],
  "a consumer without an operand": [
    `{ "consumes": ["giveBack"] }`,
    `movecheck.json:1:16: "giveBack" does not say what is consumed; write "f(0)" for a parameter, "f(1.key)" for a property of it, or "Type.f(this)"`,
  ],
};

for (const [kind, [configuration, complaint]] of Object.entries(kinds)) {
  test(`exit 2 and one line: ${kind}`, async () => {
    assert.equal(await complain(configuration), complaint);
  });
}

test("exit 2 and one line: two configurations in one folder", async () => {
  assert.equal(
    await complain("{}", { "package.json": `{ "type": "module", "movecheck": {} }` }),
    `the project is configured twice, in movecheck.json and by the key "movecheck" of package.json; keep one of them`,
  );
});

test("a configuration above the project is told with its path", async () => {
  using project = new ProjectOnDisk({
    "app/tsconfig.json": `{ "files": ["a.ts"] }`,
    "app/a.ts": "export {};",
    "movecheck.json": "[]",
  });
  const { status, stderr } = await project.run("check", "-p", "app");
  assert.equal(status, 2);
  assert.equal(stderr, "movecheck: movecheck.json:1:1: the configuration must be an object, not an empty list\n");
});

const complete = `// Ours.
{
  "$schema": "./node_modules/movecheck/schema/movecheck.schema.json",
  "presets": ["auto", "pg"],
  "resources": [
    {
      "type": "Lease",
      "from": "./src/lease.ts",
      "acquire": ["LeasePool.take", "new Lease"],
      "release": ["free", "giveBack(0)"],
      "transfer": ["Lease.intoStream(this)"],
      "borrow": ["audit(0)"],
      "releaseTwice": "error",
      "until": "drained",
    },
    { "release": ["[Symbol.dispose]"] },
  ],
  "collectors": ["Bag.keep(0)"],
  "callOnce": ["Bus.once(1)", "./src/lease.ts#Bus.once(1)"],
  "consumes": ["giveBack(0)"],
  "ignore": ["scripts/**"],
  "tests": true,
}`;

test("a configuration whose names all resolve is silent", async () => {
  using project = new ProjectOnDisk({ "src/lease.ts": lease, "movecheck.json": complete });
  mkdirSync(join(project.folder, "node_modules/@types"));
  symlinkSync(
    fileURLToPath(new URL("../../../node_modules/@types/pg", import.meta.url)),
    join(project.folder, "node_modules/@types/pg"),
  );
  const { status, stderr } = await project.run("check");
  assert.equal(stderr, "");
  assert.equal(status, 0);
});

test("a resource of a module that this project does not import has no effect here", async () => {
  using project = new ProjectOnDisk({
    "src/a.ts": "export {};",
    "tsconfig.json": `{ "files": ["src/a.ts"] }`,
    "src/lease.ts": lease,
    "movecheck.json": resource(`"type": "Lease", "from": "./src/lease.ts", "release": ["free"]`),
  });
  const { status, stderr } = await project.run("check");
  assert.equal(stderr, "");
  assert.equal(status, 0);
});

const moved = `import type { Linear, Moved } from "movecheck";
interface Token extends Linear { readonly id: number }
declare function make(): Token;
declare function eat(token: Token): asserts token is Moved<Token, "eat">;
const token = make();
eat(token);
eat(token);
export {};
`;

test("what is ignored is not checked", async () => {
  using project = new ProjectOnDisk({ "src/a.ts": "export {};", "scripts/b.ts": moved });
  assert.equal((await project.run("check")).status, 1);
  for (const pattern of ["scripts/**", "scripts", "./scripts/", "**/b.ts"]) {
    project.write("movecheck.json", JSON.stringify({ ignore: [pattern] }));
    const { status, stdout } = await project.run("check");
    assert.equal(status, 0, `${pattern}: ${stdout}`);
  }
});
