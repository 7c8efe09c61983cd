// Runs node's test runner over test/**/*.test.ts through tsx (Node 20's runner finds neither
// TypeScript files nor globs by itself). Arguments that name files or folders narrow the run.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith("-"));
const given = args.filter((arg) => !arg.startsWith("-"));

const files = (given.length > 0 ? given : ["test"])
  .flatMap((path) =>
    statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path), { recursive: true }).map((name) => join(path, String(name)))
      : [path],
  )
  .filter((path) => path.endsWith(".test.ts") && !path.includes("fixtures"))
  .sort();
if (files.length === 0) {
  console.error(`no *.test.ts file under ${given.join(", ")}`);
  process.exit(2);
}

const { status } = spawnSync(
  process.execPath,
  ["--import", "tsx", "--expose-gc", "--test", `--test-concurrency=${availableParallelism()}`, ...options, ...files],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
