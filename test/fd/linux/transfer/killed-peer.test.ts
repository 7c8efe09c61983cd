import assert from "node:assert/strict";
import { closeSync, fstatSync } from "node:fs";
import { before, suite, test } from "node:test";
import { EAGAIN, MSG_DONTWAIT, SOCK_SEQPACKET, SOCK_STREAM } from "../../../../src/fd/linux/libc/constants.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";
import { receive_fds } from "../../../../src/fd/linux/transfer/receive-fds.js";
import { sendDescriptors } from "../../../../src/fd/linux/transfer/send-descriptors.js";
import { dropSlot, reserveSlot } from "../../../../src/fd/linux/slots.js";
import { linuxOnly } from "../support/linux-only.js";
import { openDescriptors } from "../support/open-descriptors.js";
import { Pair } from "../support/pair.js";
import { spawnPeer } from "../support/spawn-peer.js";

/** What a peer reports of itself when it was not killed. */
interface Report {
  readonly calls: number;
  readonly ok: boolean;
}

/** Is the other end of a socket closed everywhere: in each process, and in each message under way? */
function closedEverywhere(socket: number): boolean {
  const header = { controlLength: 0, flags: 0 };
  const length = libc().recvmsg(socket, new Uint8Array(1), new Uint8Array(0), MSG_DONTWAIT, header);
  assert.ok(length === 0 || length === -EAGAIN, `recvmsg returned ${length}`);
  return length === 0;
}

/** Sends three descriptors to a receiver that dies before its k-th system call, and looks for what is left of them. */
async function receiverDiesAt(k: number): Promise<Report | undefined> {
  const open = openDescriptors();
  let report: Report | undefined;
  {
    using pair = new Pair(SOCK_SEQPACKET);
    using probe = new Pair(SOCK_STREAM);
    const receiver = spawnPeer("receiver", pair.right, [String(k)]);
    pair.close(pair.right);
    const sent = await sendDescriptors(pair.left, [probe.left, probe.left, probe.left], Buffer.from("x"), undefined);
    const end = await receiver.ended;
    if (k >= 0 && end.signal !== null) assert.equal(end.signal, "SIGKILL");
    else report = JSON.parse(end.output) as Report;
    // It may have died before it was sent anything; the sender learns it then, or with the next message.
    const next = sent.ok ? await sendDescriptors(pair.left, [probe.left], Buffer.from("x"), undefined) : sent;
    assert.ok(!next.ok);
    assert.match(
      next.message,
      /^send_fds\(\): the peer closed the connection \((EPIPE|ECONNRESET)\); none of the \d descriptors was sent$/,
    );
    assert.ok(!closedEverywhere(probe.right), "the sender's own descriptor is still open");
    probe.close(probe.left);
    assert.ok(closedEverywhere(probe.right), "a descriptor outlived the receiver");
  }
  assert.deepEqual(openDescriptors(), open);
  return report;
}

/** Receives from a sender that dies before its k-th system call: all three descriptors, or none. */
async function senderDiesAt(k: number): Promise<Report | undefined> {
  const open = openDescriptors();
  let report: Report | undefined;
  {
    using pair = new Pair(SOCK_STREAM);
    const sender = spawnPeer("sender", pair.right, [String(k)]);
    pair.close(pair.right);
    const received = await receive_fds(pair.left, 3);
    if (received.ok) {
      assert.deepEqual(
        received.fds.map((fd) => fstatSync(fd).isCharacterDevice()),
        [true, true, true],
      );
      received.fds.forEach(closeSync);
      for (let rest = 1_000_000 - received.bytes.length; rest > 0;) {
        // Bytes without descriptors, until the end: each is told as what it is.
        const tail = await receive_fds(pair.left, 1);
        assert.ok(!tail.ok);
        if (tail.code === "ECONNRESET") break;
        assert.match(tail.message, /message of \d+ bytes came with 0 descriptors/);
        rest -= Number(/(\d+) bytes/.exec(tail.message)?.[1]);
      }
    } else {
      assert.equal(
        received.message,
        "receive_fds(): the peer closed the connection before it sent a message (ECONNRESET)",
      );
    }
    const end = await sender.ended;
    if (k >= 0 && end.signal !== null) assert.equal(end.signal, "SIGKILL");
    else report = JSON.parse(end.output) as Report;
    if (report !== undefined) assert.ok(received.ok && report.ok);
  }
  assert.deepEqual(openDescriptors(), open);
  return report;
}

suite("a peer that is killed at any moment", { skip: linuxOnly }, () => {
  before(async () => {
    // What is opened once and for all: the anchor, and what Node watches its children with.
    dropSlot(reserveSlot());
    using pair = new Pair();
    await spawnPeer("receiver", pair.right, ["0"]).ended;
  });

  test("the receiver, before each of its system calls: no descriptor outlives it, and the sender is told", async (t) => {
    const whole = await receiverDiesAt(-1);
    assert.ok(whole?.ok);
    let died = 0;
    for (let k = 0; k < whole.calls; k++) if ((await receiverDiesAt(k)) === undefined) died++;
    t.diagnostic(`${whole.calls} system calls, died at ${died} of them`);
    // Waiting takes a varying number of calls; all the others are always made.
    assert.ok(died >= 16, `died at ${died}`);
  });

  test("the sender, before each of its system calls: all arrive or none, and the receiver is told", async (t) => {
    const whole = await senderDiesAt(-1);
    assert.ok(whole?.ok);
    let died = 0;
    for (let k = 0; k < whole.calls; k++) if ((await senderDiesAt(k)) === undefined) died++;
    t.diagnostic(`${whole.calls} system calls, died at ${died} of them`);
    assert.ok(died >= 2, `died at ${died}`);
  });
});
