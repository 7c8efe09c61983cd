import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "../editors/support/built.js";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** Copies a package out of this repository's node_modules: a link would lead back into it. */
function install(name: string, folder: string, as = name): void {
  const to = join(folder, "node_modules", as);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(repository, "node_modules", name), to, {
    recursive: true,
    filter: (path) =>
      !path.includes("/typescript/lib/") || /\.d\.ts$|\/(?:typescript|tsc|_tsc)\.js$|\/lib$/u.test(path),
  });
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Where Node finds a dependency of the package in a folder: nested below it, beside it, or at the top. */
function located(name: string, from: string): string {
  const nested = join(from, "node_modules", name);
  if (existsSync(nested)) return nested;
  const outer = dirname(from);
  assert.notEqual(outer, from, `${name} is not installed`);
  return located(name, outer);
}

/** The folders of what a package needs to run, all the way down. */
function closure(name: string, from = repository, found = new Set<string>()): Set<string> {
  const folder = located(name, from);
  if (found.has(folder)) return found;
  found.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  for (const dependency of Object.keys(dependencies)) closure(dependency, folder, found);
  return found;
}

/** Lays out a project as npm does: everything hoisted, except movecheck's TypeScript where the project has another. */
function project(typescript: string): string {
  const folder = mkdtempSync(join(tmpdir(), "movecheck-beside-"));
  const own = join(folder, "node_modules", "movecheck");
  cpSync(join(repository, "dist"), join(own, "dist"), { recursive: true });
  cpSync(join(repository, "package.json"), join(own, "package.json"));
  install(typescript, folder, "typescript");
  if (typescript !== "typescript") install("typescript", own);
  const needed = [
    "@typescript-eslint/typescript-estree",
    "@typescript-eslint/types",
    "cli-progress",
    "commander",
    "picocolors",
    "jsonc-parser",
    "fastest-levenshtein",
    "picomatch",
    "valibot",
  ]
    .flatMap((name) => [...closure(name)])
    .map((path) => relative(join(repository, "node_modules"), path));
  // A nested package comes along with the one that it is nested in.
  for (const name of new Set(needed))
    if (name !== "typescript" && !name.includes("node_modules")) install(name, folder);
  const files = {
    "package.json": `{ "type": "module" }`,
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        strict: true,
        module: "nodenext",
        target: "es2022",
        lib: ["es2023", "esnext.disposable"],
        types: [],
      },
    }),
    "a.ts": `import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
export function drop<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const slot = { fd };
  put_unused_fd(slot.fd);
  return fd.reserved_fd();
}
`,
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

for (const [version, typescript] of [
  ["5.9", "typescript-5.9"],
  ["6.0", "typescript"],
  ["7.0", "typescript-7"],
] as const) {
  test(`movecheck works in a project whose own TypeScript is ${version}`, async () => {
    await ensureBuilt();
    const folder = project(typescript);
    try {
      const manifest = JSON.parse(readFileSync(join(folder, "node_modules", "typescript", "package.json"), "utf8")) as {
        version: string;
      };
      assert.ok(manifest.version.startsWith(`${version}.`));
      const main = join(folder, "node_modules", "movecheck", "dist", "hosts", "cli", "main.js");
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, "check", "--format", "json"], {
        cwd: folder,
        encoding: "utf8",
      });
      assert.equal(stderr, "");
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; line: number; code: string }[] };
      assert.deepEqual(
        diagnostics.map(({ file, line, code }) => ({ file, line, code })),
        [{ file: "a.ts", line: 7, code: "MC0382" }],
      );
      assert.equal(status, 1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
