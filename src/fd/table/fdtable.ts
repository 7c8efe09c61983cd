import { NR_OPEN_DEFAULT } from "./constants.js";
import { DescriptorBitmap } from "./descriptor-bitmap.js";
import type { OpenFile } from "./open-file.js";

const WORD = 64;

/** The slots the kernel would allocate so that `fd` fits: the next power of two, at most `nr_open`. */
export function slotsFor(fd: number, nr_open: number): number {
  let slots = NR_OPEN_DEFAULT;
  while (slots <= fd) slots *= 2;
  return Math.min(slots, nr_open);
}

/**
 * One allocation of a table: the files, and which slots are taken, full and close-on-exec.
 *
 * A slot that is taken and has no file is reserved. It knows no rule: those are `DescriptorTable`'s.
 *
 * Source: `struct fdtable`, `copy_fdtable()` and `sane_fdtable_size()` in fs/file.c.
 *
 * @example
 * const slots = new Fdtable(64);
 */
export class Fdtable {
  /** How many slots are allocated; grows by powers of two. */
  readonly max_fds: number;
  readonly open_fds: DescriptorBitmap;
  readonly #files: (OpenFile | null)[];
  readonly #close_on_exec: Uint32Array;

  constructor(max_fds: number, from?: Fdtable) {
    this.max_fds = max_fds;
    this.#close_on_exec = new Uint32Array(max_fds / 32);
    if (from === undefined) {
      this.open_fds = new DescriptorBitmap(max_fds);
      this.#files = new Array<OpenFile | null>(max_fds).fill(null);
    } else {
      this.open_fds = from.open_fds.grown(max_fds);
      // The old allocation is never used again, so its array can be lengthened in place.
      this.#files = from.#files;
      for (let fd = from.max_fds; fd < max_fds; fd++) this.#files.push(null);
      this.#close_on_exec.set(from.#close_on_exec);
    }
  }

  file(fd: number): OpenFile | null {
    return fd < this.max_fds ? (this.#files[fd] ?? null) : null;
  }

  put(fd: number, file: OpenFile | null): void {
    this.#files[fd] = file;
  }

  close_on_exec(fd: number): boolean {
    return (((this.#close_on_exec[fd >>> 5] ?? 0) >>> (fd & 31)) & 1) === 1;
  }

  set_close_on_exec(fd: number, on: boolean): void {
    const at = fd >>> 5;
    const word = this.#close_on_exec[at] ?? 0;
    this.#close_on_exec[at] = on ? word | (1 << (fd & 31)) : word & ~(1 << (fd & 31));
  }

  /** The slots a copy needs: up to the last one taken, in whole words. */
  used_slots(): number {
    let last = -1;
    for (let fd = this.open_fds.next_set(0); fd < this.max_fds; fd = this.open_fds.next_set(fd + 1)) last = fd;
    return Math.max(WORD, Math.ceil((last + 1) / WORD) * WORD);
  }
}
