import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./kit.js";

/** The packages of this repository: their folders below `packages/`, by name. */
const folders = {
  movecheck: "movecheck",
  "@movecheck/cli": "cli",
  "eslint-plugin-movecheck": "eslint-plugin-movecheck",
} as const;

/** The name of a package of this repository. */
export type PackageName = keyof typeof folders;

/** Every package of this repository. */
export const packageNames = Object.keys(folders) as readonly PackageName[];

/** The absolute path of a package's folder. */
export const packageFolder = (name: PackageName): string => join(root, "packages", folders[name]);

/**
 * Links packages of this repository, as they are built, into a project.
 *
 * @param folder the project's, absolute
 */
export function linkPackages(folder: string, names: readonly PackageName[]): void {
  for (const name of names) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(packageFolder(name), link);
  }
}
