import assert from "node:assert/strict";
import { closeSync, openSync } from "node:fs";
import { suite, test } from "node:test";
import { filp_open } from "../../../../src/fd/index.js";
import { fget, receive_fds, send_fds, with_current } from "../../../../src/fd/linux/index.js";
import { dropSlot, reserveSlot } from "../../../../src/fd/linux/slots.js";
import { linuxOnly } from "../support/linux-only.js";
import { openDescriptors } from "../support/open-descriptors.js";
import { Pair } from "../support/pair.js";
import { hidden } from "../../hidden.js";

/** The function for an untyped program: what the types refuse is tried at run time. */
const untyped = send_fds as unknown as (...args: unknown[]) => unknown;

const byte = new Uint8Array(1);

suite("send_fds", { skip: linuxOnly }, () => {
  if (linuxOnly === false) dropSlot(reserveSlot());

  test("borrows the files: they can be sent again, and are the caller's to drop", async () => {
    using pair = new Pair();
    const source = openSync("/dev/null", "r");
    const open = openDescriptors();
    await with_current(async (current) => {
      using file = fget(current, source);
      assert.ok(file.ok);
      for (let times = 0; times < 2; times++) {
        assert.deepEqual(await send_fds(pair.left, [file, file], byte), { ok: true });
        const received = await receive_fds(pair.right, 2);
        assert.ok(received.ok);
        received.fds.forEach(closeSync);
      }
      assert.equal(file.target.path, "/dev/null");
    });
    assert.deepEqual(openDescriptors(), open);
    closeSync(source);
  });

  test("bad input is refused in one sentence, and nothing is sent", async () => {
    using pair = new Pair();
    const source = openSync("/dev/null", "r");
    await with_current(async (current) => {
      using file = fget(current, source);
      assert.ok(file.ok);
      using inMemory = filp_open("x");
      using moved = file.clone();
      const [taken, foreign, disposed] = hidden(file, inMemory, moved);
      moved[Symbol.dispose]();
      const bad: [unknown[], code: string, message: RegExp][] = [
        [
          [-1, [taken], byte],
          "ERR_MOVECHECK_BAD_ARGUMENT",
          /^send_fds\(\): `socket` must be an integer from 0 to 2147483647, and is -1$/,
        ],
        [["3", [taken], byte], "ERR_MOVECHECK_BAD_ARGUMENT", /`socket`.*is "3"$/],
        [[pair.left, taken, byte], "ERR_MOVECHECK_BAD_ARGUMENT", /`files` must be an array of ARef<File>$/],
        [
          [pair.left, [], byte],
          "ERR_MOVECHECK_BAD_ARGUMENT",
          /`files\.length` must be an integer from 1 to 253, and is 0$/,
        ],
        [[pair.left, Array(254).fill(taken), byte], "ERR_MOVECHECK_BAD_ARGUMENT", /is 254$/],
        [[pair.left, [taken], "x"], "ERR_MOVECHECK_BAD_ARGUMENT", /`bytes` must be a Uint8Array of at least one byte/],
        [[pair.left, [taken], new Uint8Array(0)], "ERR_MOVECHECK_BAD_ARGUMENT", /`bytes`/],
        [[pair.left, [taken], byte, 5], "ERR_MOVECHECK_BAD_ARGUMENT", /`options` must be an object, and is 5$/],
        [
          [pair.left, [taken], byte, { signal: true }],
          "ERR_MOVECHECK_BAD_ARGUMENT",
          /`signal` must be an AbortSignal, and is true$/,
        ],
        [[pair.left, [taken, source], byte], "ERR_MOVECHECK_FOREIGN", /`files\[1\]` must be an ARef/],
        [[pair.left, [foreign], byte], "ERR_MOVECHECK_FOREIGN", /`files\[0\]` is a file of an in-memory table/],
        [[pair.left, [taken, disposed], byte], "ERR_MOVECHECK_MOVED", /was disposed of/],
      ];
      for (const [args, code, message] of bad) assert.throws(() => untyped(...args), { code, message });
      const waited = await receive_fds(pair.right, 1, { signal: AbortSignal.timeout(10) });
      assert.ok(!waited.ok);
      assert.equal(waited.code, "ECANCELED");
    });
    closeSync(source);
  });
});
