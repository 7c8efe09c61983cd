import { optionsArgument, stringArgument } from "../errors/argument.js";
import { reportReleaseFailure } from "../guard/report.js";
import type { Made } from "../types/brand.js";
import type { File } from "../types/file.js";
import type { FileOperations } from "../types/file-operations.js";

/**
 * An open file: what a descriptor stands for, shared by every slot and reference that holds it.
 *
 * Source: the kernel's `struct file` and its `f_count`; `get_file()` and `fput()` in fs/file_table.c.
 *
 * @example
 * import { DescriptorTable, OpenFile } from "movecheck/fd";
 *
 * const table = new DescriptorTable();
 * const fd = table.get_unused_fd_flags(0);
 * const file = new OpenFile("/var/log/app");   // one reference, the caller's
 * table.fd_install(fd, file);                  // which the table now owns
 */
export class OpenFile implements File {
  declare readonly [Made]: "File";
  readonly path: string;
  readonly #operations: FileOperations;
  #count = 1;

  /** @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT for a path that is no string, or operations that are no object. */
  constructor(path: string, operations: FileOperations = {}) {
    stringArgument("OpenFile", "path", path);
    optionsArgument("OpenFile", "operations", operations);
    this.path = path;
    this.#operations = operations;
  }

  /** Whether a value is an open file of this table's kind, however it is dressed up. */
  static is(value: unknown): value is OpenFile {
    return typeof value === "object" && value !== null && #count in value;
  }

  /** How many slots and references hold the file; 0 once it is released. */
  get count(): number {
    return this.#count;
  }

  /** Adds a reference. */
  get_file(): this {
    this.#count++;
    return this;
  }

  /** Drops a reference; the last one releases the file. */
  fput(): void {
    if (this.#count === 0 || --this.#count > 0) return;
    try {
      this.#operations.release?.(this);
    } catch (error) {
      // The slot is already free: an exception here would only hide the caller's own result.
      reportReleaseFailure(this.path, error);
    }
  }

  /** Reads through the file's own operation. */
  read(): number | undefined {
    return this.#operations.read?.(this);
  }
}
