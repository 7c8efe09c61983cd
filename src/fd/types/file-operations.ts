import type { File } from "./file.js";

/**
 * What a file in memory does when it is used: of the kernel's `struct file_operations`, what a table needs.
 *
 * @example
 * import { filp_open } from "movecheck/fd";
 *
 * using log = filp_open("/var/log/app", { release: (file) => { console.log(`${file.path} released`); } });
 */
export interface FileOperations {
  /** Reads; returns the count, or a negative errno. Without it a read is `-EINVAL`. */
  read?(file: File): number;
  /** Runs once, when the last reference goes. What it throws is reported and disturbs no table. */
  release?(file: File): void;
}
