import assert from "node:assert/strict";
import { closeSync, fstatSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `count` open files, each with its own number as content; closed and removed at the end of the scope. */
export class Files implements Disposable {
  readonly fds: readonly number[];
  readonly #folder = mkdtempSync(join(tmpdir(), "movecheck-"));

  constructor(count: number) {
    this.fds = Array.from({ length: count }, (_, index) => {
      const path = join(this.#folder, `${index}.log`);
      writeFileSync(path, `${index}`);
      return openSync(path, "r");
    });
  }

  [Symbol.dispose](): void {
    this.fds.forEach((fd) => {
      closeSync(fd);
    });
    rmSync(this.#folder, { recursive: true });
  }
}

/** Do the descriptors refer to the same files, in order? */
export function assertSameFiles(actual: readonly number[], expected: readonly number[]): void {
  const inodes = (fds: readonly number[]): bigint[] => fds.map((fd) => fstatSync(fd, { bigint: true }).ino);
  assert.deepEqual(inodes(actual), inodes(expected));
}
