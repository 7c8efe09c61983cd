import assert from "node:assert/strict";
import { F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, O_CLOEXEC } from "../../../../src/fd/linux/libc/constants.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";
import { DescriptorTable } from "../../../../src/fd/table/descriptor-table.js";
import { EBADF } from "../../../../src/fd/errors/errno-number.js";
import { OpenFile } from "../../../../src/fd/table/open-file.js";
import { syscalls } from "../support/syscalls.js";
import { kernelSays, type Divergence } from "./divergence.js";
import type { Operation } from "./operation.js";
import { identityOf, type ProcessTable } from "./process-table.js";
import type { Reserver } from "./reserver.js";

type DuplicateOrFlags = Exclude<
  Operation,
  { name: "reserve" | "install" | "drop" | "setrlimit" | "open" | "close" | "read" }
>;

const readable = { read: () => 1 };

/** What a run did: operations compared, and how often each documented divergence came up. */
export interface Tally {
  operations: number;
  readonly divergences: Map<Divergence, number>;
}

/** Drives the table in memory and the one of this process with the same operations, and compares each result. */
export class Sequence {
  readonly #table: ProcessTable;
  readonly #reserver: Reserver;
  readonly #tally: Tally;
  readonly #model = new DescriptorTable({ limit: 8_192 });
  readonly #reserved: number[] = [];
  /** A number that is open all the time. */
  readonly #open: number;

  constructor(table: ProcessTable, reserver: Reserver, tally: Tally) {
    this.#table = table;
    this.#reserver = reserver;
    this.#tally = tally;
    // What Node itself has open is there from the start.
    const last = Math.max(...table.others.keys());
    for (let fd = 0; fd <= last; fd++) this.#model.get_unused_fd_flags(0);
    for (let fd = 0; fd <= last; fd++) {
      if (table.others.has(fd)) this.#model.fd_install(fd, new OpenFile("node"));
      else this.#model.put_unused_fd(fd);
    }
    this.#open = last;
    this.#setrlimit(table.limit(Infinity));
  }

  async run(operations: readonly Operation[]): Promise<void> {
    for (const [index, operation] of operations.entries()) {
      if (await this.#step(operation, `operation ${index}, ${JSON.stringify(operation)}`)) this.#tally.operations++;
    }
    this.#compareListings();
    for (const fd of this.#reserved) this.#reserver.drop(fd);
    await this.#reserver.settle();
  }

  /** One operation on both; false if there is no reservation for it. */
  async #step(operation: Operation, told: string): Promise<boolean> {
    const { numbers, sources } = this.#table;
    switch (operation.name) {
      case "reserve": {
        if (this.#reserved.length >= this.#reserver.most) return false;
        const expected = this.#model.get_unused_fd_flags(operation.flags);
        assert.equal(await this.#reserver.reserve(operation.flags, expected), expected, told);
        if (expected >= 0) this.#reserved.push(expected);
        return true;
      }
      case "install":
        if (this.#reserved.length === 0) return false;
        this.#install(operation.which, operation.file, told);
        return true;
      case "drop": {
        if (this.#reserved.length === 0) return false;
        const [fd] = this.#reserved.splice(operation.which % this.#reserved.length, 1);
        this.#model.put_unused_fd(fd!);
        this.#reserver.drop(fd!);
        return true;
      }
      case "setrlimit":
        this.#setrlimit(this.#table.limit(operation.limit));
        return true;
      case "open": {
        const { path, identity } = sources[operation.file]!;
        const expected = this.#model.open(() => new OpenFile(identity, readable), operation.flags);
        assert.equal(libc().open(path, operation.flags), expected, told);
        return true;
      }
      case "close": {
        const fd = numbers[operation.fd]!;
        this.#compare(told, this.#isReserved(fd) ? "close" : undefined, this.#model.close(fd), libc().close(fd), 0, [
          fd,
        ]);
        return true;
      }
      case "read": {
        const fd = numbers[operation.fd]!;
        const expected = this.#model.read(fd);
        const actual = syscalls.read(fd);
        // At the end of its file a real one gives 0; that it can be read is what counts.
        assert.equal(Math.min(actual, 0), Math.min(expected, 0), told);
        return true;
      }
      case "dup":
      case "dup2":
      case "dup3":
      case "F_DUPFD":
      case "F_DUPFD_CLOEXEC":
      case "F_GETFD":
      case "F_SETFD":
        this.#duplicateOrFlags(operation, told);
        return true;
    }
  }

  #duplicateOrFlags(operation: DuplicateOrFlags, told: string): void {
    const { numbers } = this.#table;
    const fd = numbers[operation.fd]!;
    const source = this.#isReserved(fd) ? "source" : undefined;
    switch (operation.name) {
      case "dup":
        this.#compareNew(told, source, (from) => this.#model.dup(from), fd, syscalls.dup(fd));
        return;
      case "dup2": {
        const to = numbers[operation.to]!;
        const divergence = source ?? (this.#isReserved(to) ? "target" : undefined);
        this.#compare(told, divergence, this.#model.dup2(fd, to), syscalls.dup2(fd, to), to, [to]);
        return;
      }
      case "dup3": {
        const to = numbers[operation.to]!;
        const divergence = source ?? (this.#isReserved(to) ? "target" : undefined);
        const actual = libc().dup3(fd, to, operation.flags);
        this.#compare(told, divergence, this.#model.dup3(fd, to, operation.flags), actual, to, [to]);
        return;
      }
      case "F_DUPFD":
      case "F_DUPFD_CLOEXEC": {
        const command = operation.name === "F_DUPFD" ? F_DUPFD : F_DUPFD_CLOEXEC;
        const least = numbers[operation.value]!;
        this.#compareNew(
          told,
          source,
          (from) => this.#model.fcntl(from, command, least),
          fd,
          libc().fcntl(fd, command, least),
        );
        return;
      }
      case "F_GETFD":
      case "F_SETFD": {
        const command = operation.name === "F_GETFD" ? F_GETFD : F_SETFD;
        const value = "value" in operation ? operation.value : 0;
        const divergence = source === undefined ? undefined : "flags";
        const expected = this.#model.fcntl(fd, command, value);
        const placeholder = operation.name === "F_GETFD" ? 1 : 0;
        this.#compare(told, divergence, expected, libc().fcntl(fd, command, value), placeholder, [fd]);
        return;
      }
    }
  }

  #install(which: number, file: number, told: string): void {
    const [fd] = this.#reserved.splice(which % this.#reserved.length, 1) as [number];
    const { result, file: identity } = this.#reserver.install(fd, file);
    if (this.#reserver.placeholders && fd >= this.#model.rlimit_nofile) {
      assert.equal(result, -EBADF, told);
      this.#count("limit");
      this.#model.put_unused_fd(fd);
      this.#reserver.drop(fd);
      return;
    }
    assert.equal(result, 0, told);
    this.#model.fd_install(fd, new OpenFile(identity, readable));
  }

  /**
   * Compares a result with the model's. Where a placeholder is documented to let the call through, it must: `through` is
   * what the call then returns, and `touched` what it changed, which is put back as the model has it.
   */
  #compare(
    told: string,
    divergence: Divergence | undefined,
    expected: number,
    actual: number,
    through: number,
    touched: readonly number[],
  ): void {
    const said = divergence === undefined || !this.#reserver.placeholders ? undefined : kernelSays[divergence];
    // A call that is wrong in another way besides fails alike in both.
    if (said === undefined || expected !== said || actual === expected) {
      assert.equal(actual, expected, told);
      return;
    }
    assert.equal(actual, through, told);
    this.#count(divergence!);
    for (const fd of touched) this.#restore(fd);
  }

  /** The same for a call that takes a free number: let through, it gives what any open file would give. */
  #compareNew(
    told: string,
    divergence: Divergence | undefined,
    duplicate: (from: number) => number,
    fd: number,
    actual: number,
  ): void {
    const expected = duplicate(fd);
    if (divergence === undefined || expected >= 0) {
      assert.equal(actual, expected, told);
      return;
    }
    const through = duplicate(this.#open);
    if (through >= 0) this.#model.close(through);
    this.#compare(told, divergence, expected, actual, through, through < 0 ? [] : [through]);
  }

  #count(divergence: Divergence): void {
    this.#tally.divergences.set(divergence, (this.#tally.divergences.get(divergence) ?? 0) + 1);
  }

  /** Makes the real slot what the model says it is. */
  #restore(fd: number): void {
    const state = this.#model.state(fd);
    if (state === "FREE") {
      libc().close(fd);
    } else if (state === "RESERVED") {
      this.#reserver.restore(fd);
    } else {
      const file = this.#model.fget(fd)!;
      file.fput();
      const flags = this.#model.fcntl(fd, F_GETFD) === 0 ? 0 : O_CLOEXEC;
      const source = this.#table.sources.find(({ identity }) => identity === file.path)!;
      this.#table.unlimited(() => libc().dup3(source.fd, fd, flags));
    }
  }

  #isReserved(fd: number): boolean {
    return this.#model.state(fd) === "RESERVED";
  }

  #setrlimit(limit: number): void {
    this.#model.setrlimit(limit);
    assert.equal(libc().set_nofile_limit(limit), 0);
  }

  /** The same numbers are open, with the same files and the same close-on-exec bits. */
  #compareListings(): void {
    const expected = this.#model
      .list()
      .filter((fd) => !this.#table.others.has(fd))
      .map((fd) => {
        const file = this.#model.fget(fd)!;
        file.fput();
        return [fd, `${file.path} ${this.#model.fcntl(fd, F_GETFD)}`] as const;
      });
    const actual = this.#table.listing();
    // A placeholder is listed, a reservation of the kernel's is not.
    for (const fd of this.#reserved) assert.equal(actual.delete(fd), this.#reserver.placeholders);
    assert.deepEqual(actual, new Map(expected));
    assert.deepEqual(
      this.#table.sources.map(({ fd }) => identityOf(fd)),
      this.#table.sources.map(({ identity }) => identity),
    );
  }
}
