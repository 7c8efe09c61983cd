import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ProjectOnDisk } from "../project-on-disk.js";

const plain = "export const n: number = 1;\n";

/** The whole of stderr, which must be one line. */
function oneLine(stderr: string): string {
  assert.match(stderr, /^movecheck: [^\n]+\n$/u);
  assert.doesNotMatch(stderr, /\n\s+at /u);
  return stderr.slice("movecheck: ".length, -1);
}

test("nothing to report: status 0, nothing printed", async () => {
  using project = new ProjectOnDisk({ "a.ts": plain });
  assert.deepEqual(await project.run("check"), { status: 0, stdout: "", stderr: "" });
});

test("bad usage and bad projects: one line on stderr, status 2", async () => {
  using project = new ProjectOnDisk({
    "a.ts": plain,
    "outside/b.ts": plain,
    "broken.json": `{ "compilerOptions": { "strict": true `,
    "wrong.json": `{ "compilerOptions": { "strict": "yes" } }`,
    "extends.json": `{ "extends": "./nowhere.json" }`,
    "missing-file.json": `{ "files": ["nowhere.ts"] }`,
    "empty.json": `{ "files": [] }`,
    "reference.json": `{ "files": [], "references": [{ "path": "./nowhere" }] }`,
    "only-a.json": `{ "files": ["a.ts"] }`,
    "unreadable.json": `{ "files": ["loop.ts"] }`,
    "config-folder/readme": "",
  });
  symlinkSync("loop.ts", join(project.folder, "loop.ts"));
  const cases: [args: string[], pattern: RegExp][] = [
    [[], /^name a command/u],
    [["chekc"], /^there is no command chekc/u],
    [["check", "--colour"], /^unknown option '--colour'/u],
    [["check", "--format", "xml"], /'xml' is invalid.*pretty, json, sarif, github/u],
    [["check", "--max-warnings", "-1"], /whole number/u],
    [["check", "--max-warnings"], /argument missing/u],
    [["check", "--watch", "--format", "json"], /^--watch works with --format pretty only$/u],
    [["check", "-p", "nowhere.json"], /^nowhere.json does not exist$/u],
    [["check", "-p", "config-folder"], /^config-folder\/tsconfig.json does not exist$/u],
    [["check", "-p", "broken.json"], /^broken.json is broken: line 1, column /u],
    [["check", "-p", "wrong.json"], /^wrong.json is broken: .*'strict' requires a value of type boolean/u],
    [["check", "-p", "extends.json"], /nowhere.json/u],
    [["check", "-p", "missing-file.json"], /^cannot read nowhere.ts: no such file or directory$/u],
    [["check", "-p", "empty.json"], /^empty.json includes no source file$/u],
    [["check", "-p", "reference.json"], /^nowhere.tsconfig.json does not exist$|^nowhere does not exist$/u],
    [["check", "nowhere.ts"], /^nowhere.ts does not exist$/u],
    [["check", "outside"], /^outside is a folder/u],
    [["check", "-p", "only-a.json", "outside/b.ts"], /^outside\/b.ts is not part of the project only-a.json/u],
    [["check", "-p", "unreadable.json"], /^cannot read loop.ts: too many symbolic links encountered$/u],
    [["explain", "MC9999"], /^there is no diagnostic MC9999; known: MC0382, /u],
  ];
  for (const [args, pattern] of cases) {
    const { status, stdout, stderr } = await project.run(...args);
    assert.equal(stdout, "", args.join(" "));
    assert.equal(status, 2, args.join(" "));
    assert.match(oneLine(stderr), pattern);
  }
});

test("no tsconfig.json anywhere above: one line, status 2", async () => {
  using project = new ProjectOnDisk({ "tsconfig.json": "{}" });
  const { rmSync } = await import("node:fs");
  rmSync(join(project.folder, "tsconfig.json"));
  const { status, stderr } = await project.run("check");
  assert.match(oneLine(stderr), /^no tsconfig.json in .* or any folder above it; name one with -p$/u);
  assert.equal(status, 2);
});

test("help and version: status 0 on stdout", async () => {
  using project = new ProjectOnDisk({});
  for (const args of [["--help"], ["check", "--help"], ["help"], ["--version"]]) {
    const { status, stdout, stderr } = await project.run(...args);
    assert.equal(status, 0, args.join(" "));
    assert.ok(stdout.length > 0);
    assert.equal(stderr, "");
  }
});

test("a file with syntax errors is reported, and the rest is still checked", async () => {
  using project = new ProjectOnDisk({
    "a.ts": "export const x = ;\n",
    "b.ts": "// movecheck-ignore MC1001 -- nothing here\nexport {};\n",
  });
  const { status, stdout } = await project.run("check", "--format", "json");
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { file: string; code: string; line: number; column: number }[];
  };
  assert.deepEqual(
    diagnostics.map(({ file, code, line, column }) => ({ file, code, line, column })),
    [
      { file: "a.ts", code: "TS1109", line: 1, column: 18 },
      { file: "b.ts", code: "unused-suppression", line: 1, column: 21 },
    ],
  );
  assert.equal(status, 1);
});

test("what only the tree converter refuses is a syntax error too", async () => {
  using project = new ProjectOnDisk({
    "a.ts":
      "// movecheck-ignore MC1001 -- parse me\nexport class A { abstract abstract x; }\nfor (const a, b of []) {}\n",
  });
  const { status, stdout } = await project.run("check");
  assert.match(stdout, /^error\[TS\d+\]/u);
  assert.equal(status, 1);
});

test("warnings alone: status 0, unless over --max-warnings", async () => {
  using project = new ProjectOnDisk({ "a.ts": "// movecheck-ignore MC1001 -- nothing here\nexport {};\n" });
  assert.equal((await project.run("check")).status, 0);
  assert.equal((await project.run("check", "--max-warnings", "1")).status, 0);
  const over = await project.run("check", "--max-warnings", "0");
  assert.equal(over.status, 1);
  assert.equal(oneLine(over.stderr), "1 warning, and --max-warnings allows 0");
});

test("files narrow the check to themselves", async () => {
  using project = new ProjectOnDisk({ "a.ts": "export const = 1;\n", "b.ts": plain, "src/c.ts": plain });
  assert.equal((await project.run("check", "b.ts", "./src/c.ts")).status, 0);
  assert.equal((await project.run("check", "a.ts")).status, 1);
});

test("-p takes a file or its folder", async () => {
  using project = new ProjectOnDisk({ "other/tsconfig.json": "{}", "other/a.ts": "export const = 1;\n" });
  assert.equal((await project.run("check", "-p", "other")).status, 1);
  assert.equal((await project.run("check", "-p", "other/tsconfig.json")).status, 1);
});

test("project references are followed, and read from their sources", async () => {
  using project = new ProjectOnDisk({
    "tsconfig.json": `{ "files": [], "references": [{ "path": "app" }, { "path": "lib" }] }`,
    "app/tsconfig.json": `{ "compilerOptions": { "composite": true, "module": "nodenext" }, "references": [{ "path": "../lib" }] }`,
    "app/main.ts": `import { n } from "../lib/index.js";\n// movecheck-ignore MC1001 -- app\nexport const m: string = n;\n`,
    "lib/tsconfig.json": `{ "compilerOptions": { "composite": true, "module": "nodenext", "outDir": "out" } }`,
    "lib/index.ts": "// movecheck-ignore MC1001 -- lib\nexport const n = 'text';\n",
  });
  const { status, stdout } = await project.run("check", "--format", "json");
  const { diagnostics, summary } = JSON.parse(stdout) as {
    diagnostics: { file: string }[];
    summary: { files: number };
  };
  assert.deepEqual(
    diagnostics.map(({ file }) => file),
    ["app/main.ts", "lib/index.ts"],
  );
  assert.equal(summary.files, 2);
  assert.equal(status, 0);
});

test("options of another TypeScript's tsconfig are passed over", async () => {
  using project = new ProjectOnDisk({
    "tsconfig.json": `{ "compilerOptions": { "target": "es5", "moduleResolution": "node10", "fromTheFuture": true, "module": "es2099", "strict": true } }`,
    "a.ts": plain,
  });
  assert.deepEqual(await project.run("check"), { status: 0, stdout: "", stderr: "" });
});

test("JavaScript is checked where the project includes it", async () => {
  using project = new ProjectOnDisk({
    "tsconfig.json": `{ "compilerOptions": { "allowJs": true, "module": "nodenext" } }`,
    "a.js": "// movecheck-ignore MC1001 -- nothing here\nexport {};\n",
  });
  assert.match((await project.run("check")).stdout, /^warning\[unused-suppression\]/u);
});
