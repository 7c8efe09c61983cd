import type { Made } from "./brand.js";

/**
 * An open file, as the kernel's `struct file`; it may be shared by tasks, and is reached through `ARef`.
 *
 * @example
 * import type { ARef, File } from "movecheck/fd";
 *
 * declare const file: ARef<File>;
 * console.log(file.target.path);
 */
export interface File {
  readonly [Made]: "File";
  /** The name it was opened with. */
  readonly path: string;
}
