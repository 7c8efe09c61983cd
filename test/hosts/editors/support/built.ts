// The packages as they are published, for tests that run it in other programs.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { packageFolder } from "../../../support/packages.js";
import { root } from "./project.js";

/** The command, built. */
export const BUILT_COMMAND = join(root, "dist/hosts/cli/main.js");

/** The built language server. */
export const BUILT_SERVER: readonly string[] = [BUILT_COMMAND, "lsp", "--stdio"];

/** Builds the packages unless they are built from the present sources; several test files may ask at once. */
export async function ensureBuilt(): Promise<void> {
  const lock = join(root, "build", "building");
  mkdirSync(join(root, "build"), { recursive: true });
  for (let left = 600; ; left--) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(200);
    }
  }
  try {
    if (isFresh()) return;
    const { status, stdout } = spawnSync("npm", ["run", "build"], { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(`the build failed: ${stdout}`);
  } finally {
    rmdirSync(lock);
  }
}

function isFresh(): boolean {
  // The build writes the packages after everything else, and this one last.
  const last = join(packageFolder("eslint-plugin-movecheck"), "dist/hosts/eslint/index.js");
  if (!existsSync(last)) return false;
  const built = statSync(last).mtimeMs;
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  return sources.every((name) => statSync(join(root, "src", name)).mtimeMs <= built);
}
