import { readlinkSync } from "node:fs";
import type { BackendFile } from "../guard/descriptor-backend.js";
import { libc } from "./libc/libc.js";

/**
 * A counted reference to an open file of this process.
 *
 * User space can hold one only by a number of its own; this is it, out of the way of the numbers a program gets, and
 * close-on-exec. The references beyond the first are counted here and need no other.
 */
export class LinuxFile implements BackendFile {
  #fd: number;
  #count = 1;
  #path: string | undefined;

  /** Takes over `fd`. */
  constructor(fd: number) {
    this.#fd = fd;
  }

  static is(value: unknown): value is LinuxFile {
    return typeof value === "object" && value !== null && #fd in value;
  }

  /** The number that holds the reference; -1 once the last one was dropped. */
  get fd(): number {
    return this.#fd;
  }

  /** What the kernel says the file is: a path, `socket:[4711]`, `pipe:[4712]`. */
  get path(): string {
    return (this.#path ??= this.#read());
  }

  get_file(): this {
    this.#count++;
    return this;
  }

  fput(): void {
    if (this.#count === 0 || --this.#count > 0) return;
    libc().close(this.#fd);
    this.#fd = -1;
  }

  /**
   * Gives the number up without closing it: whoever gets it owns the reference. Only for the last one.
   *
   * @returns the number, or undefined if there are other references.
   */
  release(): number | undefined {
    if (this.#count !== 1) return undefined;
    const fd = this.#fd;
    this.#count = 0;
    this.#fd = -1;
    return fd;
  }

  #read(): string {
    try {
      return readlinkSync(`/proc/self/fd/${this.#fd}`);
    } catch {
      return "(unknown)";
    }
  }
}
