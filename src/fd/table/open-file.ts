import { reportReleaseFailure } from "../guard/warn.js";

/**
 * What a file does when it is used: the kernel's `struct file_operations`, the two that a table needs.
 *
 * @example
 * const operations: FileOperations = { release: (file) => console.log(`${file.path} released`) };
 */
export interface FileOperations {
  /** Reads; returns the count or a negative errno. Without it a read is -EINVAL, as in the kernel. */
  read?(file: OpenFile): number;
  /** Runs once, when the last reference goes. What it throws is reported and disturbs no table. */
  release?(file: OpenFile): void;
}

/**
 * An open file: what a descriptor stands for, shared by every slot and reference that holds it.
 *
 * Source: the kernel's `struct file` and its `f_count`; `get_file()` and `fput()` in fs/file_table.c.
 *
 * @example
 * const file = new OpenFile("/var/log/app");   // one reference, the caller's
 * table.fd_install(fd, file);                  // which the table now owns
 */
export class OpenFile {
  readonly path: string;
  readonly #operations: FileOperations;
  #count = 1;

  constructor(path: string, operations: FileOperations = {}) {
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
