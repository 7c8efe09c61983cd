// What is installed in this repository, found as Node finds it.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../support/kit.js";
import { readManifest } from "./pack.js";

/**
 * The folders of what some packages need to run, all the way down, themselves included.
 *
 * @param names as in this repository's `node_modules`: `typescript-7` too
 */
export function installedClosure(names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = locate(name, from);
    if (folder === undefined || found.has(folder)) return;
    found.add(folder);
    // Of optional ones only those for this platform are installed.
    const { dependencies = {}, optionalDependencies = {} } = readManifest(folder);
    for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) visit(dependency, folder);
  };
  for (const name of names) visit(name, root);
  return [...found];
}

/** Where Node finds a package from a folder: nested below it, beside it, or further up. */
function locate(name: string, from: string): string | undefined {
  const nested = join(from, "node_modules", name);
  if (existsSync(nested)) return nested;
  return dirname(from) === from ? undefined : locate(name, dirname(from));
}
