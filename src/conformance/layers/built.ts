import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../catalogue.js";
import { MatrixError, messages } from "../messages.js";

/** What the cases import, as a user does: the built package. */
export const builtFd = join(packageRoot, "dist", "fd", "index.js");

/**
 * Checks that the package is built, and, where its sources are here too, that the build is of them.
 *
 * @throws MatrixError otherwise: a verdict of an older build would be recorded or compared
 */
export async function assertBuilt(): Promise<void> {
  const built = await stat(builtFd).catch(() => {
    throw new MatrixError(messages.notBuilt);
  });
  for (const folder of ["types", "fd"]) {
    if ((await newest(join(packageRoot, "src", folder))) > built.mtimeMs) throw new MatrixError(messages.staleBuild);
  }
}

async function newest(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true }).catch(() => []);
  const times = await Promise.all(
    names.filter((name) => name.endsWith(".ts")).map(async (name) => (await stat(join(directory, name))).mtimeMs),
  );
  return Math.max(0, ...times);
}
