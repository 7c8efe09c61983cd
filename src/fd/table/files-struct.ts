import { NR_OPEN_DEFAULT, O_CLOEXEC } from "./constants.js";
import { EBADF, EBUSY, EMFILE, ENOMEM } from "../errors/errno-number.js";
import { Fdtable, slotsFor } from "./fdtable.js";
import type { OpenFile } from "./open-file.js";
import type { SlotState } from "./slot-state.js";

/**
 * The slots of a descriptor table, and what every call on it is made of; arguments have been checked.
 *
 * Source: `struct files_struct` and fs/file.c.
 */
export class FilesStruct {
  fdt = new Fdtable(NR_OPEN_DEFAULT);
  /** No number below it is free. */
  next_fd = 0;

  /**
   * @param limit RLIMIT_NOFILE
   * @param nr_open the most slots
   * @param alloc_fdtable asked before the table grows to so many slots
   */
  constructor(
    public limit: number,
    readonly nr_open: number,
    readonly alloc_fdtable: ((slots: number) => boolean) | undefined,
  ) {}

  /** What a slot holds. */
  state(fd: number): SlotState {
    if (!this.fdt.open_fds.has(fd)) return "FREE";
    return this.fdt.file(fd) === null ? "RESERVED" : "INSTALLED";
  }

  /** The lowest free number from `start` up and below the limit. Source: `alloc_fd()`. */
  alloc_fd(start: number, flags: number): number {
    for (;;) {
      const from = Math.max(start, this.next_fd);
      const fd = from < this.fdt.max_fds ? this.fdt.open_fds.next_zero(from) : from;
      if (fd >= this.limit) return -EMFILE;
      if (fd < this.fdt.max_fds) {
        if (start <= this.next_fd) this.next_fd = fd + 1;
        this.fdt.open_fds.set(fd);
        this.fdt.set_close_on_exec(fd, (flags & O_CLOEXEC) !== 0);
        return fd;
      }
      const error = this.expand(fd);
      if (error < 0) return error;
    }
  }

  /** Makes room for `fd`. Source: `expand_files()`. */
  expand(fd: number): number {
    if (fd < this.fdt.max_fds) return 0;
    if (fd >= this.nr_open) return -EMFILE;
    const slots = slotsFor(fd, this.nr_open);
    if (this.alloc_fdtable?.(slots) === false) return -ENOMEM;
    // Asked as the kernel asks, without the lock: the answer may have come with a larger table.
    if (fd >= this.fdt.max_fds) this.fdt = new Fdtable(slots, this.fdt);
    return 0;
  }

  /** Source: `__put_unused_fd()`. */
  release(fd: number): void {
    this.fdt.open_fds.clear(fd);
    if (fd < this.next_fd) this.next_fd = fd;
  }

  /** Takes the file out and frees the slot; null, and nothing changes, where there is none. */
  take(fd: number): OpenFile | null {
    const file = this.fdt.file(fd);
    if (file === null) return null;
    this.fdt.put(fd, null);
    this.release(fd);
    return file;
  }

  /** Closes every file from `first` to `last`; reserved slots stay. */
  close_each(first: number, last: number): void {
    for (let fd = this.fdt.open_fds.next_set(first); fd <= last; fd = this.fdt.open_fds.next_set(fd + 1)) {
      this.take(fd)?.fput();
    }
  }

  /** Installs another reference to a file at the lowest free number from `start` up. */
  duplicate(file: OpenFile, start: number, flags: number): number {
    const fd = this.alloc_fd(start, flags);
    if (fd >= 0) this.fdt.put(fd, file.get_file());
    return fd;
  }

  /** Source: `ksys_dup3()` and `do_dup2()`; the order of the checks is theirs. */
  dup_onto(oldfd: number, newfd: number, flags: number): number {
    if (newfd >= this.limit) return -EBADF;
    const error = this.expand(newfd);
    const file = this.fdt.file(oldfd);
    if (file === null) return -EBADF;
    if (error < 0) return error === -EMFILE ? -EBADF : error;
    const replaced = this.fdt.file(newfd);
    if (replaced === null && this.fdt.open_fds.has(newfd)) return -EBUSY;
    this.fdt.put(newfd, file.get_file());
    this.fdt.open_fds.set(newfd);
    this.fdt.set_close_on_exec(newfd, (flags & O_CLOEXEC) !== 0);
    replaced?.fput();
    return newfd;
  }
}
