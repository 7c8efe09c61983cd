import { closeSync } from "node:fs";
import assert from "node:assert/strict";
import { SOCK_CLOEXEC, SOCK_SEQPACKET } from "../../../../src/fd/linux/libc/constants.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";

/** Two connected Unix sockets, closed at the end of the scope. */
export class Pair implements Disposable {
  readonly left: number;
  readonly right: number;
  readonly #open: Set<number>;

  constructor(type: number = SOCK_SEQPACKET) {
    const pair = new Int32Array(2);
    assert.equal(libc().socketpair(type | SOCK_CLOEXEC, pair), 0);
    this.left = pair[0]!;
    this.right = pair[1]!;
    this.#open = new Set(pair);
  }

  close(end: number): void {
    if (this.#open.delete(end)) closeSync(end);
  }

  [Symbol.dispose](): void {
    for (const end of [...this.#open]) this.close(end);
  }
}
