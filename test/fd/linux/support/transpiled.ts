import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const outdir = join(root, "build", "transpiled");

const sources = ["src/guard", "src/fd", "src/types", "test/fd/linux/tasks"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, String(name)))
    .filter((path) => path.endsWith(".ts")),
);
buildSync({
  entryPoints: sources,
  outdir,
  outbase: root,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});

/**
 * Where a source file of the project is as JavaScript: on a worker thread nothing compiles TypeScript while loading.
 *
 * @param path From the project's root: `src/fd/linux/index.ts`.
 */
export function transpiled(path: string): URL {
  return pathToFileURL(join(outdir, path.replace(/\.ts$/, ".js")));
}
