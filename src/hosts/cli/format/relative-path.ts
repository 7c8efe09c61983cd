import { relative, sep } from "node:path";

/**
 * A file's path as the reports print it: relative to the working directory, with `/` on every system.
 *
 * @example
 * relativePath("/work/project", "/work/project/src/a.ts"); // "src/a.ts"
 */
export function relativePath(cwd: string, file: string): string {
  return relative(cwd, file).split(sep).join("/");
}
