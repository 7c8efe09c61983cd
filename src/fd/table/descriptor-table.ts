import { countArgument, functionArgument, optionsArgument, unsignedArgument } from "../errors/argument.js";
import { fileReleased, notAFile, slotNotReserved, tableClosed } from "../messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import {
  CLOSE_RANGE_CLOEXEC,
  CLOSE_RANGE_UNSHARE,
  DEFAULT_RLIMIT_NOFILE,
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_SETFD,
  FD_CLOEXEC,
  NR_OPEN,
  NR_OPEN_DEFAULT,
  O_CLOEXEC,
} from "./constants.js";
import { EBADF, EINVAL, ENOMEM } from "../errors/errno-number.js";
import { Fdtable, slotsFor } from "./fdtable.js";
import { FilesStruct } from "./files-struct.js";
import { OpenFile } from "./open-file.js";
import type { SlotState } from "./slot-state.js";

/** How a table is set up. */
export interface DescriptorTableOptions {
  /** RLIMIT_NOFILE: numbers below it may be given out. 1024 unless given. */
  readonly limit?: number | undefined;
  /** `fs.nr_open`: the most slots, from 64 to 1,048,576 (the default), rounded down to whole words of 64. */
  readonly nr_open?: number | undefined;
  /** Asked before the table grows to `slots` slots; `false` makes that fail with ENOMEM. */
  readonly alloc_fdtable?: ((slots: number) => boolean) | undefined;
}

/**
 * A table of file descriptors in memory, that answers as the Linux kernel's does.
 *
 * Every call takes and returns plain numbers, a negative one being an errno, so that it can be run
 * side by side with the system calls. A misuse that the kernel leaves undefined or answers with a
 * BUG (installing onto a slot that is not reserved, say) throws, and the table is unchanged.
 *
 * Source: `struct files_struct` and fs/file.c; the table of transitions is in `docs/reservation.md`.
 *
 * @example
 * import { DescriptorTable, O_CLOEXEC, OpenFile } from "movecheck/fd";
 *
 * const table = new DescriptorTable({ limit: 16 });
 * const fd = table.get_unused_fd_flags(O_CLOEXEC); // 0
 * table.close(fd);                                 // -9: reserved is not open
 * table.fd_install(fd, new OpenFile("/etc/hosts"));
 * table.dup(fd);                                   // 1
 */
export class DescriptorTable {
  /** The most slots it can ever have. */
  readonly nr_open: number;
  readonly #files: FilesStruct;
  #closed = false;

  /**
   * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT for a limit that is negative or no integer, an
   *   `nr_open` outside of 64 to 1,048,576, or an `alloc_fdtable` that can't be called.
   */
  constructor(options: DescriptorTableOptions = {}) {
    optionsArgument("DescriptorTable", "options", options);
    const limit = limitArgument("DescriptorTable", options.limit ?? DEFAULT_RLIMIT_NOFILE);
    const nr_open = countArgument("DescriptorTable", "nr_open", options.nr_open ?? NR_OPEN, NR_OPEN_DEFAULT, NR_OPEN);
    // As the kernel's sysctl: whole words of its bitmap only.
    this.nr_open = nr_open - (nr_open % NR_OPEN_DEFAULT);
    if (options.alloc_fdtable !== undefined)
      functionArgument("DescriptorTable", "alloc_fdtable", options.alloc_fdtable);
    this.#files = new FilesStruct(limit, this.nr_open, options.alloc_fdtable);
  }

  /** Whether a value is a table of this kind. */
  static is(value: unknown): value is DescriptorTable {
    return typeof value === "object" && value !== null && #files in value;
  }

  /** RLIMIT_NOFILE: what is installed or reserved above it stays. */
  get rlimit_nofile(): number {
    return this.#files.limit;
  }

  /** Whether its task has exited. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The lowest number that may be free; every lower one is taken. */
  get next_fd(): number {
    return this.#files.next_fd;
  }

  /** Sets RLIMIT_NOFILE, a non-negative integer. Source: `setrlimit(RLIMIT_NOFILE)`. */
  setrlimit(limit: number): 0 {
    this.#open("setrlimit");
    this.#files.limit = limitArgument("setrlimit", limit);
    return 0;
  }

  // --- reserve, install, drop ------------------------------------------------------------------

  /** Reserves the lowest free number; -EMFILE or -ENOMEM when there is none. Of `flags` only O_CLOEXEC counts. */
  get_unused_fd_flags(flags: number): number {
    this.#open("get_unused_fd_flags");
    return this.#files.alloc_fd(0, unsignedArgument("get_unused_fd_flags", "flags", flags));
  }

  /**
   * Puts a file into a reserved slot; takes over the caller's reference. It cannot fail.
   *
   * @throws MovecheckError ERR_MOVECHECK_NOT_RESERVED where the kernel has undefined behaviour or a BUG.
   */
  fd_install(fd: number, file: OpenFile): void {
    this.#open("fd_install");
    const slot = this.#reserved("fd_install", fd);
    this.#files.fdt.put(slot, openFileArgument("fd_install", file));
  }

  /**
   * Gives a reserved slot back; the next reservation may return it again. It cannot fail.
   *
   * @throws MovecheckError ERR_MOVECHECK_NOT_RESERVED where the kernel has undefined behaviour.
   */
  put_unused_fd(fd: number): void {
    this.#open("put_unused_fd");
    this.#files.release(this.#reserved("put_unused_fd", fd));
  }

  /** The file installed there with one more reference, the caller's to `fput()`; null if there is none. */
  fget(fd: number): OpenFile | null {
    this.#open("fget");
    return this.#files.fdt.file(unsignedArgument("fget", "fd", fd))?.get_file() ?? null;
  }

  /** Whether a value is an open file of this kind of table, with a reference left. */
  accepts(file: unknown): file is OpenFile {
    return OpenFile.is(file) && file.count > 0;
  }

  // --- system calls ----------------------------------------------------------------------------

  /**
   * Opens: reserves, then makes the file, then installs it.
   *
   * `make` runs only once a slot is reserved; a negative number from it is the result, and the slot
   * is free again, also if it throws. Source: `do_sys_openat2()`.
   */
  open(make: () => OpenFile | number, flags: number): number {
    this.#open("open");
    functionArgument("open", "make", make);
    const fd = this.#files.alloc_fd(0, unsignedArgument("open", "flags", flags));
    if (fd < 0) return fd;
    let installed = false;
    try {
      const file = make();
      if (typeof file === "number") return file;
      this.fd_install(fd, file);
      installed = true;
      return fd;
    } finally {
      // By ownership, not by an error flag: whatever went wrong, the slot is still ours.
      if (!installed && this.#files.state(fd) === "RESERVED") this.#files.release(fd);
    }
  }

  /** Reads; -EBADF where nothing is installed, -EINVAL where the file can't be read. */
  read(fd: number): number {
    this.#open("read");
    const file = this.#files.fdt.file(unsignedArgument("read", "fd", fd));
    return file === null ? -EBADF : (file.read() ?? -EINVAL);
  }

  /** Closes; -EBADF for a slot that is free, or reserved. */
  close(fd: number): number {
    this.#open("close");
    const file = this.#files.take(unsignedArgument("close", "fd", fd));
    file?.fput();
    return file === null ? -EBADF : 0;
  }

  /** Duplicates to the lowest free number. */
  dup(oldfd: number): number {
    this.#open("dup");
    const file = this.#files.fdt.file(unsignedArgument("dup", "oldfd", oldfd));
    return file === null ? -EBADF : this.#files.duplicate(file, 0, 0);
  }

  /** Duplicates onto `newfd`, closing what was there; onto itself it only checks `oldfd`. */
  dup2(oldfd: number, newfd: number): number {
    this.#open("dup2");
    const from = unsignedArgument("dup2", "oldfd", oldfd);
    const to = unsignedArgument("dup2", "newfd", newfd);
    if (from === to) return this.#files.fdt.file(from) === null ? -EBADF : from;
    return this.#files.dup_onto(from, to, 0);
  }

  /** As `dup2`, with O_CLOEXEC as its only flag; -EINVAL onto itself. */
  dup3(oldfd: number, newfd: number, flags: number): number {
    this.#open("dup3");
    const from = unsignedArgument("dup3", "oldfd", oldfd);
    const to = unsignedArgument("dup3", "newfd", newfd);
    const bits = unsignedArgument("dup3", "flags", flags);
    if ((bits & ~O_CLOEXEC) !== 0 || from === to) return -EINVAL;
    return this.#files.dup_onto(from, to, bits);
  }

  /** `F_DUPFD`, `F_DUPFD_CLOEXEC`, `F_GETFD` and `F_SETFD`; -EINVAL for any other command. */
  fcntl(fd: number, command: number, arg = 0): number {
    this.#open("fcntl");
    const from = unsignedArgument("fcntl", "fd", fd);
    const cmd = unsignedArgument("fcntl", "command", command);
    const value = unsignedArgument("fcntl", "arg", arg);
    const file = this.#files.fdt.file(from);
    if (file === null) return -EBADF;
    switch (cmd) {
      case F_DUPFD:
      case F_DUPFD_CLOEXEC:
        if (value >= this.#files.limit) return -EINVAL;
        return this.#files.duplicate(file, value, cmd === F_DUPFD_CLOEXEC ? O_CLOEXEC : 0);
      case F_GETFD:
        return this.#files.fdt.close_on_exec(from) ? FD_CLOEXEC : 0;
      case F_SETFD:
        this.#files.fdt.set_close_on_exec(from, (value & FD_CLOEXEC) !== 0);
        return 0;
      default:
        return -EINVAL;
    }
  }

  /**
   * Closes, or marks close-on-exec, every open descriptor from `first` to `last`; passes over reserved ones.
   *
   * The mark reaches reserved slots too, and sticks through install. CLOSE_RANGE_UNSHARE has nothing to
   * do here: a table is shared only through `fork()`, which copies.
   */
  close_range(first: number, last: number, flags = 0): number {
    this.#open("close_range");
    const from = unsignedArgument("close_range", "first", first);
    const to = unsignedArgument("close_range", "last", last);
    const bits = unsignedArgument("close_range", "flags", flags);
    if ((bits & ~(CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC)) !== 0 || from > to) return -EINVAL;
    const end = Math.min(to, this.#files.fdt.max_fds - 1);
    if ((bits & CLOSE_RANGE_CLOEXEC) !== 0) {
      for (let fd = from; fd <= end; fd++) this.#files.fdt.set_close_on_exec(fd, true);
    } else {
      this.#files.close_each(from, end);
    }
    return 0;
  }

  // --- tasks -----------------------------------------------------------------------------------

  /**
   * The table of a forked child: every installed file, no reservation; -ENOMEM if it can't be allocated.
   *
   * Source: `dup_fd()`.
   */
  fork(): DescriptorTable | number {
    this.#open("fork");
    const used = this.#files.fdt.used_slots();
    const slots = slotsFor(used - 1, this.nr_open);
    if (slots > NR_OPEN_DEFAULT && this.#files.alloc_fdtable?.(slots) === false) return -ENOMEM;
    const child = new DescriptorTable({
      limit: this.#files.limit,
      nr_open: this.nr_open,
      alloc_fdtable: this.#files.alloc_fdtable,
    });
    child.#files.fdt = new Fdtable(slots);
    for (let fd = this.#files.fdt.open_fds.next_set(0); fd < used; fd = this.#files.fdt.open_fds.next_set(fd + 1)) {
      const file = this.#files.fdt.file(fd);
      if (file === null) continue;
      child.#files.fdt.put(fd, file.get_file());
      child.#files.fdt.open_fds.set(fd);
      child.#files.fdt.set_close_on_exec(fd, this.#files.fdt.close_on_exec(fd));
    }
    return child;
  }

  /** A private copy for the calling task, as `fork()`; reservations stay behind in this one, lost to it. */
  unshare(): DescriptorTable | number {
    return this.fork();
  }

  /** Closes what is marked close-on-exec. Source: `do_close_on_exec()`. */
  exec(): 0 {
    this.#open("exec");
    for (
      let fd = this.#files.fdt.open_fds.next_set(0);
      fd < this.#files.fdt.max_fds;
      fd = this.#files.fdt.open_fds.next_set(fd + 1)
    ) {
      if (this.#files.fdt.close_on_exec(fd)) this.#files.take(fd)?.fput();
    }
    return 0;
  }

  /** The task exits: every file is closed, reservations go with the table, and it can't be used again. */
  exit(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#files.close_each(0, this.#files.fdt.max_fds - 1);
  }

  // --- looking ---------------------------------------------------------------------------------

  /** The open descriptors in order, as `/proc/self/fd` lists them: a reserved one is absent. */
  list(): number[] {
    this.#open("list");
    const open: number[] = [];
    for (
      let fd = this.#files.fdt.open_fds.next_set(0);
      fd < this.#files.fdt.max_fds;
      fd = this.#files.fdt.open_fds.next_set(fd + 1)
    ) {
      if (this.#files.fdt.file(fd) !== null) open.push(fd);
    }
    return open;
  }

  /** What a slot holds; a number no table has is free. */
  state(fd: number): SlotState {
    this.#open("state");
    return this.#files.state(unsignedArgument("state", "fd", fd));
  }

  // --- inside ----------------------------------------------------------------------------------

  #open(call: string): void {
    if (this.#closed) throw new MovecheckError("ERR_MOVECHECK_TABLE_CLOSED", tableClosed(call));
  }

  #reserved(call: string, given: number): number {
    const fd = unsignedArgument(call, "fd", given);
    const state = this.#files.state(fd);
    if (state !== "RESERVED") throw new MovecheckError("ERR_MOVECHECK_NOT_RESERVED", slotNotReserved(call, fd, state));
    return fd;
  }
}

function limitArgument(call: string, limit: unknown): number {
  return countArgument(call, "limit", limit, 0, 0xffff_ffff);
}

function openFileArgument(call: string, file: unknown): OpenFile {
  if (!OpenFile.is(file)) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", notAFile(call, file));
  if (file.count === 0) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", fileReleased(call, file.path));
  return file;
}
