/**
 * The rules of the table written a second time, as slowly and plainly as possible: one entry a
 * number, every search from the start. It shares no code with the table it is compared to.
 */
export interface Slot {
  /** null while reserved. */
  readonly file: string | null;
  readonly cloexec: boolean;
}

export class NaiveTable {
  readonly slots = new Map<number, Slot>();
  readonly #refs: Map<string, number>;
  limit: number;
  readonly #nr_open: number;
  /** Slots that exist so far; growing past `memory` fails. */
  #size = 64;
  memory: number;

  constructor(limit: number, nr_open: number, memory: number, refs = new Map<string, number>()) {
    this.limit = limit;
    this.#nr_open = nr_open;
    this.memory = memory;
    this.#refs = refs;
  }

  /** References to a file held by every table that shares `refs`. */
  references(file: string): number {
    return this.#refs.get(file) ?? 0;
  }

  #ref(file: string, by: number): void {
    this.#refs.set(file, this.references(file) + by);
  }

  #fits(fd: number): string | undefined {
    if (fd < this.#size) return undefined;
    if (fd >= this.#nr_open) return "EMFILE";
    let size = this.#size;
    while (size <= fd) size *= 2;
    size = Math.min(size, this.#nr_open);
    if (size > this.memory) return "ENOMEM";
    this.#size = size;
    return undefined;
  }

  #lowest(from: number): number | string {
    let fd = from;
    while (this.slots.has(fd)) fd++;
    if (fd >= this.limit) return "EMFILE";
    return this.#fits(fd) ?? fd;
  }

  reserve(cloexec: boolean, from = 0): number | string {
    const fd = this.#lowest(from);
    if (typeof fd === "number") this.#set(fd, null, cloexec);
    return fd;
  }

  #set(fd: number, file: string | null, cloexec: boolean): void {
    this.slots.set(fd, { file, cloexec });
  }

  install(fd: number, file: string): void {
    const slot = this.slots.get(fd);
    if (slot?.file !== null) throw new Error("not reserved");
    this.#set(fd, file, slot.cloexec);
    this.#ref(file, 1);
  }

  drop(fd: number): void {
    if (this.slots.get(fd)?.file !== null) throw new Error("not reserved");
    this.slots.delete(fd);
  }

  #file(fd: number): string | undefined {
    return this.slots.get(fd)?.file ?? undefined;
  }

  close(fd: number): number | string {
    const file = this.#file(fd);
    if (file === undefined) return "EBADF";
    this.slots.delete(fd);
    this.#ref(file, -1);
    return 0;
  }

  dup(oldfd: number): number | string {
    return this.#dup(oldfd, 0, false);
  }

  dupFrom(oldfd: number, from: number, cloexec: boolean): number | string {
    if (this.#file(oldfd) !== undefined && from >= this.limit) return "EINVAL";
    return this.#dup(oldfd, from, cloexec);
  }

  #dup(oldfd: number, from: number, cloexec: boolean): number | string {
    const file = this.#file(oldfd);
    if (file === undefined) return "EBADF";
    const fd = this.#lowest(from);
    if (typeof fd === "number") {
      this.#set(fd, file, cloexec);
      this.#ref(file, 1);
    }
    return fd;
  }

  dup3(oldfd: number, newfd: number, cloexec: boolean): number | string {
    if (oldfd === newfd) return "EINVAL";
    if (newfd >= this.limit) return "EBADF";
    // The kernel grows the table before it looks at the old descriptor.
    const grown = this.#fits(newfd);
    const file = this.#file(oldfd);
    if (file === undefined || grown === "EMFILE") return "EBADF";
    if (grown !== undefined) return grown;
    const there = this.slots.get(newfd);
    if (there?.file === null) return "EBUSY";
    this.#ref(file, 1);
    if (there?.file !== undefined) this.#ref(there.file, -1);
    this.#set(newfd, file, cloexec);
    return newfd;
  }

  dup2(oldfd: number, newfd: number): number | string {
    if (oldfd === newfd) return this.#file(oldfd) === undefined ? "EBADF" : newfd;
    return this.dup3(oldfd, newfd, false);
  }

  getfd(fd: number): number | string {
    return this.#file(fd) === undefined ? "EBADF" : Number(this.slots.get(fd)?.cloexec);
  }

  setfd(fd: number, cloexec: boolean): number | string {
    const file = this.#file(fd);
    if (file === undefined) return "EBADF";
    this.#set(fd, file, cloexec);
    return 0;
  }

  closeRange(first: number, last: number, cloexec: boolean): number | string {
    if (first > last) return "EINVAL";
    for (const [fd, slot] of [...this.slots]) {
      if (fd < first || fd > last) continue;
      if (cloexec) this.#set(fd, slot.file, true);
      else this.close(fd);
    }
    return 0;
  }

  fork(): NaiveTable | string {
    const used = Math.max(-1, ...this.slots.keys());
    const child = new NaiveTable(this.limit, this.#nr_open, this.memory, this.#refs);
    if (child.#fits(used) === "ENOMEM") return "ENOMEM";
    for (const [fd, { file, cloexec }] of this.slots) {
      if (file === null) continue;
      child.#set(fd, file, cloexec);
      this.#ref(file, 1);
    }
    return child;
  }

  exec(): void {
    for (const [fd, slot] of [...this.slots]) if (slot.cloexec) this.close(fd);
  }

  exit(): void {
    for (const fd of [...this.slots.keys()]) this.close(fd);
    this.slots.clear();
  }

  list(): number[] {
    return [...this.slots]
      .filter(([, slot]) => slot.file !== null)
      .map(([fd]) => fd)
      .sort((a, b) => a - b);
  }
}
