import assert from "node:assert/strict";
import { closeSync, fstatSync, openSync } from "node:fs";
import { suite, test } from "node:test";
import {
  F_DUPFD_CLOEXEC,
  F_DUPFD_QUERY,
  SOCK_DGRAM,
  SOCK_SEQPACKET,
  SOCK_STREAM,
} from "../../../../../src/fd/linux/libc/constants.js";
import { interposeLibc } from "../../../../../src/fd/linux/libc/libc.js";
import type { Libc } from "../../../../../src/fd/linux/libc/system-calls.js";
import { receive_fds } from "../../../../../src/fd/linux/transfer/receive-fds.js";
import { dropSlot, reserveSlot } from "../../../../../src/fd/linux/slots.js";
import type { TransferError } from "../../../../../src/fd/linux/transfer/transfer-error.js";
import { EBADF, EBUSY, EMFILE, ENOMEM } from "../../../../../src/fd/errors/errno-number.js";
import { assertSameFiles, Files } from "../../support/files.js";
import { leaveRoom } from "../../support/leave-room.js";
import { linuxOnly } from "../../support/linux-only.js";
import { openDescriptors } from "../../support/open-descriptors.js";
import { Pair } from "../../support/pair.js";
import { sendRaw } from "../../support/send-raw.js";
import { setSocketOption, SO_PASSCRED, SO_PASSPIDFD } from "../../support/socket-option.js";

const n = 5;

/** Receives n descriptors where that must fail: nothing may be open afterwards that was not before. */
async function failing(
  socket: number,
  free?: number,
  options?: Parameters<typeof receive_fds>[2],
): Promise<TransferError> {
  const before = openDescriptors();
  const receive = () => receive_fds(socket, n, options);
  const received = await (free === undefined ? receive() : leaveRoom(free, receive));
  assert.ok(!received.ok, "received");
  assert.deepEqual(openDescriptors(), before);
  return received;
}

/** What the error tells a program, and that its sentence names the error. */
function assertTold(error: TransferError, told: Partial<TransferError>): void {
  assert.deepEqual({ ...error, ...told }, error);
  assert.match(error.message, /^receive_fds\(\): /);
}

/** The next message arrives whole: the failure left the socket usable. */
async function assertReceives(socket: number, expected: readonly number[]): Promise<void> {
  const received = await receive_fds(socket, n);
  assert.ok(received.ok, received.ok ? "" : received.message);
  assertSameFiles(received.fds, expected);
  received.fds.forEach(closeSync);
}

/** Puts itself before the k-th call (from 0) of the system call `name`. */
function at<K extends keyof Libc>(
  name: K,
  k: number,
  instead: (real: Libc, call: () => number, args: Parameters<Libc[K]>) => number,
): () => void {
  let calls = 0;
  return interposeLibc((real) => ({
    ...real,
    [name]: (...args: Parameters<Libc[K]>) => {
      const call = (): number => (real[name] as (...args: unknown[]) => number)(...args);
      return calls++ === k ? instead(real, call, args) : call();
    },
  }));
}

suite("receive_fds when something fails: nothing is installed and nothing left open", { skip: linuxOnly }, () => {
  if (linuxOnly === false) dropSlot(reserveSlot());

  for (let free = 0; free < 2 * n; free++) {
    test(`EMFILE by the limit, with ${free} free numbers: the message stays and can be received later`, async () => {
      using files = new Files(n);
      using pair = new Pair();
      sendRaw(pair.left, files.fds);
      const error = await failing(pair.right, free);
      assertTold(error, { errno: -EMFILE, code: "EMFILE", step: "reserve", done: free, arrived: 0, kept: true });
      assert.match(
        error.message,
        free < n
          ? /no slot to reserve for descriptor \d of 5 \(EMFILE\)/
          : /there is none for descriptor \d of 5 \(EMFILE\)/,
      );
      await assertReceives(pair.right, files.fds);
    });
  }

  test(`with ${2 * n} free numbers it succeeds`, async () => {
    using files = new Files(n);
    using pair = new Pair();
    sendRaw(pair.left, files.fds);
    const received = await leaveRoom(2 * n, () => receive_fds(pair.right, n));
    assert.ok(received.ok);
    received.fds.forEach(closeSync);
  });

  for (let k = 0; k < 2 * n; k++) {
    test(`ENOMEM from reservation ${k}`, async () => {
      using files = new Files(n);
      using pair = new Pair();
      sendRaw(pair.left, files.fds);
      let reserved = 0;
      const restore = interposeLibc((real) => ({
        ...real,
        fcntl: (fd, command, argument) =>
          command === F_DUPFD_CLOEXEC && reserved++ === k ? -ENOMEM : real.fcntl(fd, command, argument),
      }));
      const error = await failing(pair.right).finally(restore);
      assertTold(error, { code: "ENOMEM", step: "reserve", done: k, kept: true });
      await assertReceives(pair.right, files.fds);
    });
  }

  for (let arrived = 0; arrived < n; arrived++) {
    test(`truncated: other threads took the room and ${arrived} of ${n} descriptors arrive (MSG_CTRUNC)`, async () => {
      using files = new Files(n);
      using pair = new Pair();
      sendRaw(pair.left, files.fds);
      const restore = at("recvmsg", 0, (_real, call) => leaveRoom(arrived, call));
      const error = await failing(pair.right).finally(restore);
      assertTold(error, { code: "EMSGSIZE", step: "check", arrived, kept: false });
      assert.match(error.message, /truncated \(MSG_CTRUNC\)/);
      sendRaw(pair.left, files.fds);
      await assertReceives(pair.right, files.fds);
    });
  }

  for (const [name, type] of [
    ["seqpacket", SOCK_SEQPACKET],
    ["dgram", SOCK_DGRAM],
  ] as const) {
    test(`truncated: more bytes than there is room for (MSG_TRUNC, ${name})`, async () => {
      using files = new Files(n);
      using pair = new Pair(type);
      sendRaw(pair.left, files.fds, "a long message");
      const error = await failing(pair.right, undefined, { maxBytes: 4 });
      assertTold(error, { code: "EMSGSIZE", step: "check", arrived: n, kept: false });
      assert.match(error.message, /truncated \(MSG_TRUNC\).* 4 bytes/);
    });
  }

  for (const [name, type] of [
    ["stream", SOCK_STREAM],
    ["seqpacket", SOCK_SEQPACKET],
    ["dgram", SOCK_DGRAM],
  ] as const) {
    for (const count of [0, 1, n - 1, n + 1, 2 * n, 4 * n]) {
      test(`wrong count: ${count} descriptors instead of ${n} (${name})`, async () => {
        using files = new Files(n);
        using pair = new Pair(type);
        sendRaw(
          pair.left,
          Array.from({ length: count }, (_, index) => files.fds[index % n]!),
          "garbage",
        );
        const error = await failing(pair.right);
        assertTold(error, { code: "EBADMSG", step: "check", arrived: count, kept: false });
        assert.match(error.message, new RegExp(`7 bytes came with ${count} descriptors, and 5 were expected`));
        sendRaw(pair.left, files.fds);
        await assertReceives(pair.right, files.fds);
      });
    }
  }

  test("garbage: random bytes of many lengths, without descriptors", async () => {
    using files = new Files(n);
    using pair = new Pair(SOCK_STREAM);
    for (let length = 1; length < 3_000; length = length * 2 + 1) {
      sendRaw(pair.left, [], "\u{1F4A9}".repeat(length).slice(0, length));
      assertTold(await failing(pair.right), { code: "EBADMSG", arrived: 0 });
    }
    sendRaw(pair.left, files.fds);
    await assertReceives(pair.right, files.fds);
  });

  test("the sender's credentials and pidfd, which came uninvited, do not disturb and do not leak", async (t) => {
    using files = new Files(n);
    using pair = new Pair(SOCK_STREAM);
    assert.equal(setSocketOption(pair.right, SO_PASSCRED, 1), 0);
    if (setSocketOption(pair.right, SO_PASSPIDFD, 1) !== 0)
      t.diagnostic("no SO_PASSPIDFD before Linux 6.5: credentials only");
    const before = openDescriptors();
    sendRaw(pair.left, files.fds);
    await assertReceives(pair.right, files.fds);
    assert.deepEqual(openDescriptors(), before);
    sendRaw(pair.left, []);
    assertTold(await failing(pair.right), { code: "EBADMSG", arrived: 0 });
  });

  for (let k = 0; k < n; k++) {
    test(`placing descriptor ${k} fails: the ones placed before are taken back`, async () => {
      using files = new Files(n);
      using pair = new Pair();
      for (const errno of [EBADF, EBUSY, ENOMEM]) {
        sendRaw(pair.left, files.fds);
        const restore = at("dup3", k, () => -errno);
        const error = await failing(pair.right).finally(restore);
        assertTold(error, { errno: -errno, step: "place", done: k, arrived: n, kept: false });
        assert.match(error.message, new RegExp(`descriptor ${k + 1} of 5 could not be placed .* it holds placeholder`));
      }
      sendRaw(pair.left, files.fds);
      await assertReceives(pair.right, files.fds);
    });

    test(`the limit falls below the reserved numbers before descriptor ${k} is placed`, async () => {
      using files = new Files(n);
      using pair = new Pair();
      sendRaw(pair.left, files.fds);
      const restore = at("dup3", k, (real, call) => {
        real.set_nofile_limit(3);
        return call();
      });
      const error = await failing(pair.right, 2 * n).finally(restore);
      assertTold(error, { code: "EBADF", step: "place", done: k, arrived: n });
    });

    test(`a stray close of the slot of descriptor ${k}`, async () => {
      using files = new Files(n);
      using pair = new Pair();
      sendRaw(pair.left, files.fds);
      const slots: number[] = [];
      const restore = interposeLibc((real) => ({
        ...real,
        fcntl: (fd, command, argument) => {
          const result = real.fcntl(fd, command, argument);
          if (command === F_DUPFD_CLOEXEC) slots.push(result);
          return result;
        },
        recvmsg: (...args) => {
          const length = real.recvmsg(...args);
          real.close(slots[k]!);
          return length;
        },
      }));
      const error = await failing(pair.right).finally(restore);
      assertTold(error, { code: "EBADF", step: "place", done: k, arrived: n });
      assert.match(error.message, /it holds free/);
    });

    test(`a stray dup2 onto the slot of descriptor ${k}: that file is left alone`, async () => {
      using files = new Files(n);
      using pair = new Pair();
      const other = openSync("/dev/zero", "r");
      sendRaw(pair.left, files.fds);
      const before = openDescriptors();
      let query = 0;
      let stray = -1;
      const restore = interposeLibc((real) => ({
        ...real,
        fcntl: (fd, command, argument) => {
          if (command === F_DUPFD_QUERY && query++ === k) {
            stray = fd;
            real.dup3(other, fd, 0);
          }
          return real.fcntl(fd, command, argument);
        },
      }));
      const received = await receive_fds(pair.right, n).finally(restore);
      assert.ok(!received.ok);
      assertTold(received, { code: "EBADF", step: "place", done: k, arrived: n });
      assert.match(received.message, /it holds another file/);
      assert.equal(fstatSync(stray).rdev, fstatSync(other).rdev);
      closeSync(stray);
      assert.deepEqual(openDescriptors(), before);
      closeSync(other);
    });
  }

  test("without close_range (before Linux 5.9) the numbers are closed one by one", async () => {
    using files = new Files(n);
    using pair = new Pair();
    const before = openDescriptors();
    const restore = interposeLibc((real) => ({ ...real, close_range: () => -38 }));
    sendRaw(pair.left, files.fds);
    await assertReceives(pair.right, files.fds).finally(restore);
    assert.deepEqual(openDescriptors(), before);
  });

  test("close is interrupted at every call: the number is free all the same, and is not closed twice", async () => {
    using files = new Files(n);
    using pair = new Pair();
    const before = openDescriptors();
    const restore = interposeLibc((real) => ({ ...real, close_range: () => -38, close: (fd) => real.close(fd) && -4 }));
    sendRaw(pair.left, files.fds);
    await assertReceives(pair.right, files.fds).finally(restore);
    assert.deepEqual(openDescriptors(), before);
  });

  test("the peer closed its end: before any message, and with one still in the socket", async () => {
    using files = new Files(n);
    for (const type of [SOCK_STREAM, SOCK_SEQPACKET]) {
      using pair = new Pair(type);
      sendRaw(pair.left, files.fds);
      pair.close(pair.left);
      await assertReceives(pair.right, files.fds);
      const error = await failing(pair.right);
      assertTold(error, { code: "ECONNRESET", step: "check", arrived: 0, kept: false });
      assert.match(error.message, /peer closed the connection before it sent a message/);
    }
  });

  test("the descriptor is no socket, or not open", async () => {
    using files = new Files(1);
    assertTold(await failing(files.fds[0]!), { code: "ENOTSOCK", step: "receive" });
    assertTold(await failing(0x7fff_ffff), { code: "EBADF", step: "receive" });
  });
});
