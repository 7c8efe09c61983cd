// Tests are where one looks for them: `src/a/b.ts` is tested by `test/a/b.test.ts`, or, when it takes several files, by
// what is in `test/a/b/`; a folder as a whole by `test/a.test.ts`. What is about more than one place is listed here.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { it } from "node:test";
import { root } from "./support/kit.js";

/** Suites that cut across the sources, by their path in `test/`: a file without its ending, or a folder. */
const suites: Readonly<Record<string, string>> = {
  bench: "the benchmarks' arguments",
  "checker/inline-expectations": "every check at once, over the programs of checker/fixtures",
  "checker/resources": "must-call obligations idiom by idiom, from the points-to sets to what is reported",
  "conformance/verdicts": "every layer over the whole catalogue, compared with what is recorded",
  docs: "the pages of docs/checker: every block that shows what the checker does, as it does it today",
  differential: "generated functions: the checker, a plain interpreter of the language, and rustc",
  examples: "the programs of examples/",
  "fd/linux/conformance": "random sequences of calls on the process's own table and on the in-memory one",
  "fd/linux/transfer/killed-peer": "both ends of a transfer, one of which dies at each of its system calls",
  "fd/linux/transfer/python": "transfers to and from another implementation",
  "hosts/cli/baseline": "what is found today written down, and runs after it",
  "hosts/cli/configuration": "movecheck.json, good and bad, as the command meets it",
  "hosts/editors": "the hosts side by side, and in real editors",
  layers: "what may import what in src",
  layout: "this rule",
  links: "the links of the documentation",
  packages: "what is published: packed, installed into projects of every kind, compiled, run and checked",
  "project/config/docs": "the page about movecheck.json",
  "project/presets/docs": "the pages of the presets",
  readme: "the programs of README.md",
  "rustc-ui": "rustc's own tests of its borrow checker, in TypeScript",
  types: "what three compilers say about the types, over type-tests/ and the documentation",
};

const inSuite = (path: string, suite: string): boolean => path === suite || path.startsWith(`${suite}/`);
const isSource = (path: string): boolean =>
  ["", ".ts", ".cts"].some((ending) => existsSync(join(root, "src", path + ending)));

const tests = readdirSync(join(root, "test"), { recursive: true })
  .map((name) => String(name).replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".test.ts") && !name.includes("fixtures/"))
  .map((name) => name.replace(/(?:\.property)?\.test\.ts$/u, ""))
  .sort();

it("every test is named after the source file or the folder that it tests", () => {
  const misplaced = tests.filter(
    (path) =>
      !Object.keys(suites).some((suite) => inSuite(path, suite)) &&
      !isSource(path) &&
      // Several files about one source: test/a/b/*.test.ts for src/a/b.ts.
      !(existsSync(join(root, "src", `${dirname(path)}.ts`)) || existsSync(join(root, "src", `${dirname(path)}.cts`))),
  );
  assert.deepEqual(misplaced, [], "test/ mirrors src/; what cuts across it is listed, and explained, in this file");
});

it("every suite that cuts across the sources is there", () => {
  assert.deepEqual(
    Object.keys(suites).filter((suite) => !tests.some((path) => inSuite(path, suite))),
    [],
  );
});

/** More than this can't be taken in at a glance. */
const MOST_FILES = 15;

it("no folder holds a long flat row of files", () => {
  const counts = new Map<string, number>();
  for (const top of ["src", "test", "scripts", "bench", "examples", "editors"])
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && !/(?:^|[\\/])(?:fixtures|node_modules|dist)(?:[\\/]|$)/u.test(entry.parentPath))
        counts.set(entry.parentPath, (counts.get(entry.parentPath) ?? 0) + 1);
  const long = [...counts]
    .map(([folder, count]) => [relative(root, folder), count] as const)
    .filter(([folder, count]) => count > MOST_FILES && folder !== "src/fd/guard")
    .map(([folder, count]) => `${folder}: ${count}`);
  assert.deepEqual(long, [], "divide it by what the files are about");
});

/** Folders that are tested only together with others, by a suite above. */
const testedBy: Readonly<Record<string, string>> = {
  "checker/diagnostics/explain/resources": "checker/diagnostics/explain/explanations",
  "checker/points-to": "checker/resources",
  "checker/summary": "checker/resources",
  "checker/checks/resources": "checker/resources",
  "checker/dataflow/obligations": "checker/resources",
  "checker/lower/resource": "checker/resources",
  "checker/lower/builder/lent": "checker/inline-expectations",
};

/** Whether a file of the checker has more in it than declarations of types and tables of text. */
const hasLogic = (file: string): boolean =>
  /^export (?:async )?function|^export class/mu.test(readFileSync(file, "utf8"));

it("every folder of the checker with logic in it has tests: of a file, of itself, or of the folder around it", () => {
  const folders = readdirSync(join(root, "src/checker"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && hasLogic(join(entry.parentPath, entry.name)))
    .map((entry) => relative(join(root, "src"), entry.parentPath).replaceAll("\\", "/"));
  const tested = (folder: string): boolean =>
    tests.some((path) => dirname(path) === folder) ||
    tests.includes(folder) ||
    tests.some((path) => inSuite(path, testedBy[folder] ?? "-")) ||
    (folder.includes("/") && tests.includes(dirname(folder)));
  assert.deepEqual(
    [...new Set(folders)].filter((folder) => !tested(folder)),
    [],
  );
});
