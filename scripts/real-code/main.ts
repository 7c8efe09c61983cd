// Runs the checker over TypeScript that others wrote: npm packages that ship their sources, downloaded now.
//
// Every file is lowered, although nothing in these packages is linear, so there must be no diagnostic, no failure and
// nothing unsupported. A second pass takes a good part of the types for linear, to put the dataflow to work. Writes
// docs/real-code.md when all packages are checked.
//
// Usage: tsx scripts/real-code/main.ts [NAME...]      (all packages by default; writes the page only then)
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packages } from "./packages.js";
import type { SourcePackage } from "./packages.js";
import { realCodePage } from "./page.js";
import type { PackageResult } from "./result.js";

/** A package takes a minute or two; one that takes this long hangs. */
const LIMIT_MS = 20 * 60 * 1000;

const repository = fileURLToPath(new URL("../..", import.meta.url));
const names = process.argv.slice(2);
const chosen = names.length === 0 ? packages : packages.filter(({ name }) => names.includes(name));

const config = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: "esnext",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["esnext", "dom", "dom.iterable"],
    jsx: "preserve",
    experimentalDecorators: true,
    allowImportingTsExtensions: true,
    types: [],
  },
  include: ["**/*.ts", "**/*.tsx", "**/*.mts", "**/*.cts"],
  exclude: ["**/node_modules", "**/*.d.ts", "**/*.d.mts", "**/*.d.cts"],
};

function check({ name, version }: SourcePackage): PackageResult {
  const folder = mkdtempSync(join(tmpdir(), "movecheck-real-"));
  try {
    const archive = execFileSync("npm", ["pack", `${name}@${version}`, "--silent"], {
      cwd: folder,
      encoding: "utf8",
    }).trim();
    const unpacked = join(folder, "code");
    mkdirSync(unpacked);
    execFileSync("tar", ["xzf", join(folder, archive), "-C", unpacked, "--strip-components=1"]);
    writeFileSync(join(unpacked, "movecheck.tsconfig.json"), JSON.stringify(config));
    const { stdout, stderr, status, signal } = spawnSync(
      process.execPath,
      [
        "--max-old-space-size=8192",
        "--import",
        "tsx",
        join(repository, "scripts/real-code/check-package.ts"),
        unpacked,
      ],
      { cwd: repository, encoding: "utf8", timeout: LIMIT_MS, maxBuffer: 1 << 28 },
    );
    process.stderr.write(stderr);
    if (status !== 0)
      throw new Error(`${name}: ${signal === null ? `status ${status ?? "none"}` : `ended by ${signal}`}`);
    return JSON.parse(stdout) as PackageResult;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const results: { readonly source: SourcePackage; readonly result: PackageResult }[] = [];
for (const source of chosen) {
  const result = check(source);
  results.push({ source, result });
  const {
    files,
    lines,
    functions,
    syntaxErrors,
    checkSeconds,
    stressSeconds,
    diagnostics,
    unsupported,
    failures,
    slowest,
  } = result;
  console.log(
    `${source.name}@${source.version}: ${files} files, ${lines} lines, ${functions} bodies, ${syntaxErrors} unparsable; ${checkSeconds.toFixed(1)} s, stress ${stressSeconds.toFixed(1)} s (slowest ${slowest.file} ${slowest.seconds.toFixed(1)} s)`,
  );
  for (const line of [
    ...failures,
    ...diagnostics.slice(0, 20),
    ...Object.entries(unsupported).map(([what, count]) => `unsupported: ${what} (${count})`),
  ])
    console.log(`  ${line}`);
}
if (names.length === 0) writeFileSync(join(repository, "docs", "real-code.md"), realCodePage(results));
