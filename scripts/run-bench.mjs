// Runs a benchmark as an application's bundler would build it: one file of JavaScript without helpers around every
// function, which a loader for development adds and which cost more than what is measured.
//
// Usage: node scripts/run-bench.mjs bench/NAME.ts [arguments]
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const [source = "", ...rest] = process.argv.slice(2);
const outfile = join(root, "build", "bench", `${basename(source, ".ts")}.mjs`);
mkdirSync(join(root, "build", "bench"), { recursive: true });
buildSync({
  entryPoints: [join(root, source)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, ["--expose-gc", outfile, ...rest], { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
