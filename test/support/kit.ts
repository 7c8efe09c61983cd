import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where the type tests of the kit are. */
export const kitDirectory = join(root, "type-tests", "kit");

/** Lets a file import this package by its name without a build. */
export const sourcePaths = {
  movecheck: [join(root, "src/index.ts")],
  "movecheck/guard": [join(root, "src/guard/index.ts")],
  "movecheck/fd": [join(root, "src/fd/index.ts")],
  "movecheck/fd/types": [join(root, "src/fd/types/index.ts")],
};

/** All files with inline expectations, in order. */
export function kitFiles(): string[] {
  return readdirSync(kitDirectory, { recursive: true })
    .map((name) => join(kitDirectory, String(name)))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts") && !path.endsWith(".test-d.ts"))
    .sort();
}

/** A path as a test's name shows it. */
export const fromKit = (path: string): string => relative(kitDirectory, path);
