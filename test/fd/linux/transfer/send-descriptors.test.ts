import assert from "node:assert/strict";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { suite, test } from "node:test";
import { SOCK_SEQPACKET, SOCK_STREAM } from "../../../../src/fd/linux/libc/constants.js";
import { interposeLibc } from "../../../../src/fd/linux/libc/libc.js";
import { receive_fds } from "../../../../src/fd/linux/transfer/receive-fds.js";
import { sendDescriptors } from "../../../../src/fd/linux/transfer/send-descriptors.js";
import { dropSlot, reserveSlot } from "../../../../src/fd/linux/slots.js";
import { assertSameFiles, Files } from "../support/files.js";
import { linuxOnly } from "../support/linux-only.js";
import { openDescriptors } from "../support/open-descriptors.js";
import { Pair } from "../support/pair.js";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const SOCK_NONBLOCK = 0o4000;

/** Reads exactly `count` bytes, each of which must be `byte`. */
async function drain(socket: number, count: number, byte: number): Promise<void> {
  const buffer = Buffer.alloc(65_536);
  for (let left = count; left > 0;) {
    await new Promise(setImmediate);
    try {
      const length = readSync(socket, buffer, 0, Math.min(left, buffer.length), null);
      assert.ok(length > 0 && buffer.subarray(0, length).every((one) => one === byte));
      left -= length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}

suite("sending descriptors", { skip: linuxOnly }, () => {
  if (linuxOnly === false) dropSlot(reserveSlot());

  test("what is sent is received, and the sender keeps its own", async () => {
    using files = new Files(3);
    using pair = new Pair(SOCK_STREAM);
    const before = openDescriptors();
    assert.deepEqual(await sendDescriptors(pair.left, files.fds, Buffer.from("logs"), undefined), { ok: true });
    const received = await receive_fds(pair.right, 3);
    assert.ok(received.ok);
    assertSameFiles(received.fds, files.fds);
    assert.equal(text(received.bytes), "logs");
    received.fds.forEach(closeSync);
    assert.deepEqual(openDescriptors(), before);
  });

  test("1,000 transfers leave the open descriptors as they were (the bench does 10,000)", async () => {
    using files = new Files(3);
    using pair = new Pair(SOCK_SEQPACKET);
    const before = openDescriptors();
    for (let transfer = 0; transfer < 1_000; transfer++) {
      assert.ok((await sendDescriptors(pair.left, files.fds, Buffer.from("x"), undefined)).ok);
      const received = await receive_fds(pair.right, 3);
      assert.ok(received.ok);
      received.fds.forEach(closeSync);
    }
    assert.deepEqual(openDescriptors(), before);
  });

  test("a stream without room: the descriptors go once, with the first bytes, and messages do not mix", async () => {
    using files = new Files(2);
    using pair = new Pair(SOCK_STREAM | SOCK_NONBLOCK);
    const first = Buffer.alloc(1_000_000, "a");
    const second = Buffer.alloc(500_000, "b");
    const sending = [
      sendDescriptors(pair.left, [files.fds[0]!], first, undefined),
      sendDescriptors(pair.left, [files.fds[1]!], second, undefined),
    ];
    const a = await receive_fds(pair.right, 1);
    assert.ok(a.ok);
    // The rest of the first message, then the second: no descriptor comes before its bytes do.
    await drain(pair.right, first.length - a.bytes.length, 97);
    const b = await receive_fds(pair.right, 1);
    assert.ok(b.ok, b.ok ? "" : b.message);
    assert.ok(b.bytes.every((byte) => byte === 98));
    await drain(pair.right, second.length - b.bytes.length, 98);
    assert.deepEqual(await Promise.all(sending), [{ ok: true }, { ok: true }]);
    assertSameFiles([...a.fds, ...b.fds], files.fds);
    [...a.fds, ...b.fds].forEach(closeSync);
  });

  test("a full socket: the wait ends when it is aborted, and nothing of the message was sent", async () => {
    using files = new Files(1);
    using pair = new Pair(SOCK_SEQPACKET);
    const bytes = Buffer.alloc(10_000);
    let sent = 0;
    let last;
    do {
      last = await sendDescriptors(pair.left, files.fds, bytes, AbortSignal.timeout(20));
      if (last.ok) sent++;
    } while (last.ok);
    assert.deepEqual([last.code, last.step], ["ECANCELED", "wait"]);
    for (; sent > 0; sent--) {
      const received = await receive_fds(pair.right, 1);
      assert.ok(received.ok);
      received.fds.forEach(closeSync);
    }
    const none = await receive_fds(pair.right, 1, { signal: AbortSignal.timeout(10) });
    assert.ok(!none.ok);
    assert.equal(none.code, "ECANCELED");
  });

  test("the receiver closed its end: the error says so, for a stream and for packets", async () => {
    using files = new Files(2);
    for (const type of [SOCK_STREAM, SOCK_SEQPACKET]) {
      using pair = new Pair(type);
      pair.close(pair.right);
      const before = openDescriptors();
      const failed = await sendDescriptors(pair.left, files.fds, Buffer.from("x"), undefined);
      assert.ok(!failed.ok);
      assert.deepEqual([failed.code, failed.step], ["EPIPE", "send"]);
      assert.equal(
        failed.message,
        "send_fds(): the peer closed the connection (EPIPE); none of the 2 descriptors was sent",
      );
      assert.deepEqual(openDescriptors(), before);
    }
  });

  test("the receiver closes its end in the middle of a message: the error says how far it got", async () => {
    using files = new Files(1);
    using pair = new Pair(SOCK_STREAM);
    const before = openDescriptors();
    const sending = sendDescriptors(pair.left, files.fds, Buffer.alloc(1_000_000), undefined);
    before.delete(pair.right);
    pair.close(pair.right);
    const failed = await sending;
    assert.ok(!failed.ok);
    assert.match(
      failed.message,
      /the descriptors were sent, but only \d+ of the 1000000 bytes with them \((EPIPE|ECONNRESET)\)/,
    );
    assert.deepEqual(openDescriptors(), before);
  });

  test("a file that is not open, a socket that is none, a message too long for one packet", async () => {
    using files = new Files(1);
    using pair = new Pair(SOCK_SEQPACKET);
    const closed = openSync("/dev/null", "r");
    closeSync(closed);
    for (const [socket, fds, bytes, code] of [
      [pair.left, [...files.fds, closed], 1, "EBADF"],
      [files.fds[0]!, files.fds, 1, "ENOTSOCK"],
      [pair.left, files.fds, 10_000_000, "EMSGSIZE"],
    ] as const) {
      const failed = await sendDescriptors(socket, fds, Buffer.alloc(bytes), undefined);
      assert.ok(!failed.ok);
      assert.equal(
        failed.message,
        `send_fds(): sendmsg failed with ${code}; none of the ${fds.length} descriptors was sent`,
      );
    }
    assert.equal(fstatSync(files.fds[0]!).isFile(), true);
  });

  test("every error of sendmsg is named", async () => {
    using files = new Files(1);
    using pair = new Pair();
    for (const [errno, code] of [
      [109, "ETOOMANYREFS"],
      [12, "ENOMEM"],
      [105, "ENOBUFS"],
      [104, "ECONNRESET"],
    ] as const) {
      const restore = interposeLibc((real) => ({ ...real, sendmsg: () => -errno }));
      const failed = await sendDescriptors(pair.left, files.fds, Buffer.from("x"), undefined).finally(restore);
      assert.ok(!failed.ok);
      assert.equal(failed.code, code);
      assert.ok(failed.message.includes(code));
    }
  });
});
