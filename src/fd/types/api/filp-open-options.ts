import type { FileOperations } from "../file-operations.js";

/**
 * How a file in memory is opened: what it does, and whether there is room for it.
 *
 * @example
 * import { filp_open } from "movecheck/fd";
 *
 * using file = filp_open("/dev/null", { alloc_file: () => false });
 * console.log(file.ok ? file.target.path : file.code); // ENFILE
 */
export interface FilpOpenOptions extends FileOperations {
  /** Asked before the file is made; `false` makes that fail with `ENFILE`. */
  alloc_file?(): boolean;
}
