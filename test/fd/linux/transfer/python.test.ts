import assert from "node:assert/strict";
import { closeSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM } from "../../../../src/fd/linux/libc/constants.js";
import { receive_fds } from "../../../../src/fd/linux/transfer/receive-fds.js";
import { sendDescriptors } from "../../../../src/fd/linux/transfer/send-descriptors.js";
import { dropSlot, reserveSlot } from "../../../../src/fd/linux/slots.js";
import { Files } from "../support/files.js";
import { linuxWithPython } from "../support/linux-only.js";
import { openDescriptors } from "../support/open-descriptors.js";
import { Pair } from "../support/pair.js";
import { spawnPython } from "../support/spawn-peer.js";

const sends = `
import os, socket, sys, tempfile
peer = socket.socket(fileno=3)
files = []
for index in range(int(sys.argv[1])):
    file = tempfile.TemporaryFile()
    file.write(b"from python %d" % index)
    file.flush()
    file.seek(0)
    files.append(file)
socket.send_fds(peer, [b"hello ", b"node"], [file.fileno() for file in files])
`;

const receives = `
import array, os, socket, sys
peer = socket.socket(fileno=3)
data, fds, flags, address = socket.recv_fds(peer, 1024, int(sys.argv[1]))
print(data.decode(), flags & socket.MSG_CTRUNC, [os.read(fd, 100).decode() for fd in fds])
`;

suite("Python's socket.send_fds and socket.recv_fds at the other end", { skip: linuxWithPython }, () => {
  if (linuxWithPython === false) dropSlot(reserveSlot());

  for (const [name, type] of [
    ["stream", SOCK_STREAM],
    ["seqpacket", SOCK_SEQPACKET],
    ["dgram", SOCK_DGRAM],
  ] as const) {
    test(`receives what Python sends (${name})`, async () => {
      const before = openDescriptors();
      {
        using pair = new Pair(type);
        const python = spawnPython(sends, pair.right, ["4"]);
        const received = await receive_fds(pair.left, 4);
        assert.equal((await python.ended).code, 0);
        assert.ok(received.ok, received.ok ? "" : received.message);
        assert.equal(Buffer.from(received.bytes).toString(), "hello node");
        assert.deepEqual(
          received.fds.map((fd) => readFileSync(fd, "utf8")),
          [0, 1, 2, 3].map((index) => `from python ${index}`),
        );
        received.fds.forEach(closeSync);
      }
      assert.deepEqual(openDescriptors(), before);
    });

    test(`Python receives what is sent (${name})`, async () => {
      using files = new Files(3);
      using pair = new Pair(type);
      const python = spawnPython(receives, pair.right, ["3"]);
      assert.deepEqual(await sendDescriptors(pair.left, files.fds, Buffer.from("hello python"), undefined), {
        ok: true,
      });
      const end = await python.ended;
      assert.equal(end.output, "hello python 0 ['0', '1', '2']\n");
    });
  }

  test("Python sends more than expected: all are closed, and the count is told", async () => {
    const before = openDescriptors();
    {
      using pair = new Pair();
      const python = spawnPython(sends, pair.right, ["7"]);
      const received = await receive_fds(pair.left, 5);
      await python.ended;
      assert.ok(!received.ok);
      assert.deepEqual([received.code, received.arrived], ["EBADMSG", 7]);
    }
    assert.deepEqual(openDescriptors(), before);
  });

  test("Python has room for fewer than are sent: it sees MSG_CTRUNC, the sender's files are untouched", async () => {
    using files = new Files(3);
    using pair = new Pair();
    const python = spawnPython(receives, pair.right, ["2"]);
    assert.deepEqual(await sendDescriptors(pair.left, files.fds, Buffer.from("x"), undefined), { ok: true });
    assert.equal((await python.ended).output, "x 8 ['0', '1']\n");
    assert.deepEqual(
      files.fds.map((fd) => readFileSync(fd, "utf8")),
      ["", "", "2"],
    );
  });
});
