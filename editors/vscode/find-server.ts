import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * Finds the command that is installed for a folder, as Node would: in its `node_modules` or in those
 * above it.
 *
 * @param folder absolute
 * @returns the command's JavaScript file
 */
export function findServer(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const manifest = join(at, "node_modules/@movecheck/cli/package.json");
    if (existsSync(manifest)) return commandOf(manifest);
    if (dirname(at) === at) return undefined;
  }
}

function commandOf(manifest: string): string | undefined {
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin?: string | Record<string, string> };
  const command = typeof bin === "string" ? bin : bin?.movecheck;
  return command === undefined ? undefined : resolve(dirname(manifest), command);
}
