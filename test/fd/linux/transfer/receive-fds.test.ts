import assert from "node:assert/strict";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { suite, test } from "node:test";
import { MovecheckError } from "../../../../src/guard/movecheck-error.js";
import {
  F_GETFD,
  FD_CLOEXEC,
  SOCK_DGRAM,
  SOCK_SEQPACKET,
  SOCK_STREAM,
} from "../../../../src/fd/linux/libc/constants.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";
import { receive_fds } from "../../../../src/fd/linux/transfer/receive-fds.js";
import { socketpair } from "../../../../src/fd/linux/transfer/socketpair.js";
import { dropSlot, reserveSlot } from "../../../../src/fd/linux/slots.js";
import { assertSameFiles, Files } from "../support/files.js";
import { linuxOnly } from "../support/linux-only.js";
import { openDescriptors } from "../support/open-descriptors.js";
import { Pair } from "../support/pair.js";
import { sendRaw } from "../support/send-raw.js";

suite("receive_fds", { skip: linuxOnly }, () => {
  if (linuxOnly === false) dropSlot(reserveSlot());

  for (const [name, type] of [
    ["stream", SOCK_STREAM],
    ["seqpacket", SOCK_SEQPACKET],
    ["dgram", SOCK_DGRAM],
  ] as const) {
    test(`installs what one message brings, on the lowest free numbers, close-on-exec (${name})`, async () => {
      using files = new Files(3);
      using pair = new Pair(type);
      const before = openDescriptors();
      sendRaw(pair.left, files.fds, "three logs");
      const lowest = reserveSlot();
      dropSlot(lowest);

      const received = await receive_fds(pair.right, 3);
      assert.ok(received.ok, received.ok ? "" : received.message);
      assert.equal(received.fds[0], lowest);
      assertSameFiles(received.fds, files.fds);
      assert.deepEqual(
        received.fds.map((fd) => libc().fcntl(fd, F_GETFD, 0)),
        [FD_CLOEXEC, FD_CLOEXEC, FD_CLOEXEC],
      );
      assert.equal(Buffer.from(received.bytes).toString(), "three logs");

      received.fds.forEach(closeSync);
      assert.deepEqual(openDescriptors(), before);
    });
  }

  test("takes the most descriptors that one message can carry", async () => {
    using pair = new Pair();
    const before = openDescriptors();
    const file = openSync("/dev/null", "r");
    sendRaw(
      pair.left,
      Array.from({ length: 253 }, () => file),
    );
    closeSync(file);
    const received = await receive_fds(pair.right, 253);
    assert.ok(received.ok);
    assert.equal(new Set(received.fds).size, 253);
    received.fds.forEach(closeSync);
    assert.deepEqual(openDescriptors(), before);
  });

  test("waits for a message without holding any slot, and without blocking the event loop", async () => {
    using files = new Files(2);
    using pair = new Pair();
    const before = openDescriptors();
    const receiving = receive_fds(pair.right, 2);
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.deepEqual(openDescriptors(), before);
    sendRaw(pair.left, files.fds);
    const received = await receiving;
    assert.ok(received.ok);
    received.fds.forEach(closeSync);
    assert.deepEqual(openDescriptors(), before);
  });

  test("two readers of one socket get one message each", async () => {
    using files = new Files(2);
    using pair = new Pair();
    const both = [receive_fds(pair.right, 1), receive_fds(pair.right, 1)];
    files.fds.forEach((fd) => {
      sendRaw(pair.left, [fd]);
    });
    const numbers = (await Promise.all(both)).flatMap((received) =>
      received.ok ? received.fds : assert.fail(received.message),
    );
    assertSameFiles(
      numbers.sort((a, b) => a - b),
      files.fds,
    );
    numbers.forEach(closeSync);
  });

  test("many that wait leave Node's own file operations their threads", async () => {
    const stop = new AbortController();
    const pairs = Array.from({ length: 20 }, () => new Pair());
    const waiting = pairs.map(({ right }) => receive_fds(right, 1, { signal: stop.signal }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    const start = performance.now();
    for (let read = 0; read < 20; read++) await readFile("/proc/self/stat");
    const took = performance.now() - start;
    stop.abort();
    assert.deepEqual(
      (await Promise.all(waiting)).map(({ ok }) => ok),
      Array(20).fill(false),
    );
    for (const pair of pairs) pair[Symbol.dispose]();
    // With all four threads taken each of the reads would wait up to 50 ms for one.
    assert.ok(took < 500, `20 reads took ${took} ms`);
  });

  test("an aborted wait says so and leaves the message that comes later", async () => {
    using files = new Files(1);
    using pair = new Pair();
    const aborted = await receive_fds(pair.right, 1, { signal: AbortSignal.timeout(10) });
    assert.ok(!aborted.ok);
    assert.deepEqual([aborted.code, aborted.step, aborted.kept], ["ECANCELED", "wait", true]);
    sendRaw(pair.left, files.fds);
    const received = await receive_fds(pair.right, 1);
    assert.ok(received.ok);
    received.fds.forEach(closeSync);
  });

  test("a signal that is none is refused, not waited with", async () => {
    await assert.rejects(receive_fds(0, 1, { signal: 5 as never }), {
      code: "ERR_MOVECHECK_BAD_ARGUMENT",
      message: "receive_fds(): `signal` must be an AbortSignal, and is 5",
    });
  });

  test("a socket type there is none of is refused", () => {
    for (const type of ["raw", "toString", 1]) {
      assert.throws(() => socketpair(type as never), {
        code: "ERR_MOVECHECK_BAD_ARGUMENT",
        message: "socketpair(): `type` must be one of stream, seqpacket, dgram",
      });
    }
  });

  test("an argument out of range is refused in one sentence", async () => {
    for (const [socket, n, maxBytes, told] of [
      [-1, 1, undefined, "receive_fds(): `socket` must be an integer from 0 to 2147483647, and is -1"],
      [3, 0, undefined, "receive_fds(): `n` must be an integer from 1 to 253, and is 0"],
      [3, 254, undefined, "receive_fds(): `n` must be an integer from 1 to 253, and is 254"],
      [3, 1.5, undefined, "receive_fds(): `n` must be an integer from 1 to 253, and is 1.5"],
      [3, 1, 0, "receive_fds(): `maxBytes` must be an integer from 1 to 2147483647, and is 0"],
    ] as const) {
      await assert.rejects(receive_fds(socket, n, { maxBytes }), (error) => {
        assert.ok(error instanceof MovecheckError);
        assert.deepEqual([error.code, error.message], ["ERR_MOVECHECK_BAD_ARGUMENT", told]);
        return true;
      });
    }
  });
});
