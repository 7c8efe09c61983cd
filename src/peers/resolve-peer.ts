import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Finds a module of an optional peer: the project's own, otherwise the one installed beside this package.
 *
 * @param specifier as `require` takes it
 * @param folder of the project, absolute
 * @returns its file, or nothing where the peer is not installed
 */
export function resolvePeer(specifier: string, folder: string): string | undefined {
  for (const from of [join(folder, "package.json"), import.meta.url]) {
    try {
      return createRequire(from).resolve(specifier);
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}
