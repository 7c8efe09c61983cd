import { closeSync, fstatSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { F_DUPFD_CLOEXEC, F_GETFD } from "../../../../src/fd/linux/libc/constants.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";
import { openDescriptors } from "../support/open-descriptors.js";
import { sources, width } from "./operation.js";

/** A number over every limit that is set. */
const outOfRange = 5_000;

/** From here up a descriptor is out of the way of the numbers that the test uses. */
const away = 600;

/** An open file, whatever number it has. */
export type FileIdentity = string;

export function identityOf(fd: number): FileIdentity {
  const { dev, ino } = fstatSync(fd, { bigint: true });
  return `${dev}:${ino}`;
}

/** Moves a descriptor out of the way. */
export function moveAway(fd: number): number {
  const moved = libc().fcntl(fd, F_DUPFD_CLOEXEC, away);
  if (moved < 0) throw new Error(`no room at ${away}: errno ${moved}`);
  libc().close(fd);
  return moved;
}

/**
 * The descriptor table of this process, of which Node itself uses some numbers: the test uses the lowest `width` others.
 */
export class ProcessTable {
  /** What was open before and is not the test's. */
  readonly others: ReadonlyMap<number, string>;
  /** The numbers the test uses, then one over every limit and one that no table has. */
  readonly numbers: readonly number[];
  /** Open files to open, install and compare with, out of the way. */
  readonly sources: readonly { readonly path: string; readonly fd: number; readonly identity: FileIdentity }[];
  readonly #folder = mkdtempSync(join(tmpdir(), "movecheck-"));
  readonly #limit = libc().get_nofile_limit();

  constructor() {
    this.sources = Array.from({ length: sources }, (_, index) => {
      const path = join(this.#folder, String(index));
      writeFileSync(path, "x");
      const fd = moveAway(openSync(path, "r"));
      return { path, fd, identity: identityOf(fd) };
    });
    this.others = openDescriptors();
    const numbers: number[] = [];
    for (let fd = 0; numbers.length < width; fd++) if (!this.others.has(fd)) numbers.push(fd);
    this.numbers = [...numbers, outOfRange, -1];
  }

  /** The limit at position `index`: the number there is the first out of reach. */
  limit(index: number): number {
    return index < width ? this.numbers[index]! : this.numbers[width - 1]! + 1;
  }

  /** Runs `use` without the limit, and puts it back. */
  unlimited<R>(use: () => R): R {
    const limit = libc().get_nofile_limit();
    libc().set_nofile_limit(this.#limit);
    try {
      return use();
    } finally {
      libc().set_nofile_limit(limit);
    }
  }

  /** What is open of the test's numbers: each with its file and its close-on-exec bit. */
  listing(): Map<number, string> {
    return this.unlimited(() => {
      const open = [...openDescriptors().keys()]
        .filter((fd) => fd < away && !this.others.has(fd))
        .sort((a, b) => a - b);
      return new Map(open.map((fd) => [fd, `${identityOf(fd)} ${libc().fcntl(fd, F_GETFD, 0)}`]));
    });
  }

  /** Closes what a sequence left open, and takes its limit away. */
  reset(): void {
    libc().set_nofile_limit(this.#limit);
    for (const fd of openDescriptors().keys()) if (fd < away && !this.others.has(fd)) closeSync(fd);
  }

  remove(): void {
    this.reset();
    this.sources.forEach(({ fd }) => {
      closeSync(fd);
    });
    rmSync(this.#folder, { recursive: true });
  }
}
