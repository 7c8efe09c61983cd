import assert from "node:assert/strict";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ProjectOnDisk } from "./project-on-disk.js";

const head = `import type { Linear, Moved } from "movecheck";
interface Token extends Linear { readonly id: number }
declare function make(): Token;
declare function eat(token: Token): asserts token is Moved<Token, "eat">;
`;
const leak = (name: string): string => `export function ${name}(): void {\n  const token = make();\n}\n`;

/** A project with two leaks that a baseline knows. */
async function withBaseline(): Promise<ProjectOnDisk> {
  const project = new ProjectOnDisk({ "src/a.ts": head + leak("one"), "src/b.ts": head + leak("two") });
  assert.equal((await project.run("check")).status, 1);
  const { status, stdout, stderr } = await project.run("check", "--write-baseline");
  assert.equal(status, 0, stdout);
  assert.equal(stderr, "movecheck: wrote movecheck-baseline.json: 2 findings in 2 files\n");
  return project;
}

interface Document {
  readonly diagnostics: readonly { readonly file: string; readonly line: number }[];
  readonly summary: { readonly baseline?: { readonly known: number; readonly gone: readonly object[] } };
}

async function json(project: ProjectOnDisk, ...args: readonly string[]): Promise<Document> {
  return JSON.parse((await project.run("check", "--format", "json", ...args)).stdout) as Document;
}

test("what is found today is written so that it can be reviewed", async () => {
  using project = await withBaseline();
  assert.equal(
    readFileSync(join(project.folder, "movecheck-baseline.json"), "utf8"),
    `{
  "version": 1,
  "findings": {
    "src/a.ts": [
      {"code":"MC1001","text":"const token = make();"}
    ],
    "src/b.ts": [
      {"code":"MC1001","text":"const token = make();"}
    ]
  }
}
`,
  );
});

test("later runs tell only what is new", async () => {
  using project = await withBaseline();
  const quiet = await project.run("check");
  assert.equal(quiet.status, 0);
  assert.equal(quiet.stdout, "note: 2 findings in movecheck-baseline.json are not shown\n");
  project.write("src/b.ts", `${head}// Something above it.\n${leak("two")}${leak("three")}`);
  const { diagnostics, summary } = await json(project);
  assert.deepEqual(
    diagnostics.map(({ file, line }) => `${file}:${line}`),
    ["src/b.ts:10"],
  );
  assert.equal(summary.baseline?.known, 2);
  assert.equal((await project.run("check")).status, 1);
});

test("what is gone is told, and forgotten when the baseline is written again", async () => {
  using project = await withBaseline();
  project.write("src/a.ts", "export {};\n");
  const { status, stdout } = await project.run("check");
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `note: 1 finding in movecheck-baseline.json is not shown
note: gone: src/a.ts: MC1001 at \`const token = make();\`
note: 1 finding of movecheck-baseline.json is gone; --write-baseline forgets them
`,
  );
  await project.run("check", "--write-baseline");
  assert.deepEqual((await json(project)).summary.baseline?.gone, []);
});

test("a renamed file takes what is known of it along", async () => {
  using project = await withBaseline();
  renameSync(join(project.folder, "src/a.ts"), join(project.folder, "src/c.ts"));
  assert.equal((await project.run("check")).status, 0);
});

test("a run over some files says nothing of the others, and writes nothing about them", async () => {
  using project = await withBaseline();
  project.write("src/a.ts", head + leak("one") + leak("again"));
  assert.equal((await project.run("check", "src/b.ts")).status, 0);
  const { summary } = await json(project, "src/b.ts");
  assert.deepEqual(summary.baseline?.gone, []);
  await project.run("check", "--write-baseline", "src/a.ts");
  assert.equal((await project.run("check")).status, 0);
});

test("--no-baseline reports everything", async () => {
  using project = await withBaseline();
  const { diagnostics, summary } = await json(project, "--no-baseline");
  assert.equal(diagnostics.length, 2);
  assert.equal(summary.baseline, undefined);
});

test("SARIF lists what is known as suppressed", async () => {
  using project = await withBaseline();
  const { stdout } = await project.run("check", "--format", "sarif");
  const log = JSON.parse(stdout) as {
    runs: [{ results: { suppressions?: { kind: string; justification: string }[] }[] }];
  };
  assert.deepEqual(
    log.runs[0].results.map(({ suppressions }) => suppressions?.[0]),
    [0, 1].map(() => ({ kind: "external", justification: "movecheck-baseline.json" })),
  );
});

test("a file that does not parse is reported, whatever is written", async () => {
  using project = new ProjectOnDisk({ "src/a.ts": "export const x = ;\n" });
  const { status, stdout } = await project.run("check", "--write-baseline");
  assert.equal(status, 1);
  assert.match(stdout, /TS1109/u);
});

test("a project without findings gets an empty baseline", async () => {
  using project = new ProjectOnDisk({ "src/a.ts": "export {};\n" });
  assert.equal((await project.run("check", "--write-baseline")).status, 0);
  assert.equal(existsSync(join(project.folder, "movecheck-baseline.json")), true);
  const { status, stdout, stderr } = await project.run("check");
  assert.deepEqual([status, stdout, stderr], [0, "", ""]);
});

test("a baseline that is none is refused in one line", async () => {
  using project = await withBaseline();
  for (const text of ["", "{}", "[]", `{ "version": 2, "findings": {} }`, `{ "version": 1, "findings": { "a": 1 } }`]) {
    project.write("movecheck-baseline.json", text);
    const { status, stderr } = await project.run("check");
    assert.equal(status, 2);
    assert.equal(
      stderr,
      "movecheck: movecheck-baseline.json is no baseline; write it anew with --write-baseline, or remove it\n",
    );
  }
  assert.equal((await project.run("check", "--write-baseline")).status, 0);
});

test("--write-baseline and --watch exclude each other", async () => {
  using project = new ProjectOnDisk({ "src/a.ts": "export {};\n" });
  const { status, stderr } = await project.run("check", "--watch", "--write-baseline");
  assert.equal(status, 2);
  assert.equal(stderr, "movecheck: --write-baseline writes once; leave --watch out\n");
});
