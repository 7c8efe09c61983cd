import type { Fresh } from "../../../types/state.js";
import type { ARef } from "../aref.js";
import type { Errno } from "../errno.js";
import type { File } from "../file.js";
import type { FilpOpenOptions } from "./filp-open-options.js";

/**
 * Opens a file without giving it a number; the first reference is the caller's.
 *
 * @returns the reference; or `ENFILE` when the system has no room for another open file (`alloc_file` says so)
 *
 * Source: `filp_open()` in the kernel's `fs/open.c`; `ENFILE` comes from allocating the file, never from a reserve.
 *
 * @example
 * import { filp_open } from "movecheck/fd";
 *
 * using file = filp_open("/dev/null");
 * console.log(file.ok ? file.target.path : file.code);
 */
export type FilpOpen = (path: string, options?: FilpOpenOptions) => ARef<File, Fresh> | Errno<"ENFILE">;
