import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { packageRoot } from "../catalogue.js";
import { MatrixError, messages } from "../messages.js";

/** Whether this is the repository, not the installed command. */
const inRepository = existsSync(join(packageRoot, "src"));

/**
 * Finds what the cases import, as a user does: the library, built.
 *
 * @returns the file of `movecheck/fd`
 * @throws MatrixError where it is not installed, or not built
 */
export function libraryFd(): string {
  const { resolve } = createRequire(import.meta.url);
  try {
    // By its folder: tests run with the sources in the place of the package's own names.
    return resolve(join(dirname(resolve("movecheck/package.json")), "fd"));
  } catch {
    throw inRepository ? new MatrixError(messages.notBuilt) : new MatrixError(messages.noLibrary, 2);
  }
}

/**
 * Checks that the library is there, and, where its sources are here too, that the build is of them.
 *
 * @throws MatrixError otherwise: a verdict of an older build would be recorded or compared
 */
export async function assertBuilt(): Promise<void> {
  const built = await stat(libraryFd());
  if (!inRepository) return;
  for (const folder of ["types", "fd"]) {
    if ((await newest(join(packageRoot, "src", folder))) > built.mtimeMs) throw new MatrixError(messages.staleBuild);
  }
}

async function newest(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true });
  const times = await Promise.all(
    names.filter((name) => name.endsWith(".ts")).map(async (name) => (await stat(join(directory, name))).mtimeMs),
  );
  return Math.max(0, ...times);
}
