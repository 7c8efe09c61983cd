import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, it } from "node:test";
import { MessageChannel, Worker } from "node:worker_threads";
import { serialize } from "node:v8";
import { refusal } from "../../refusal.js";
import {
  DescriptorTable,
  fd_install,
  filp_open,
  get_unused_fd_flags,
  put_unused_fd,
  reserveBatch,
  with_current,
  type MovecheckErrorCode,
} from "../../untyped.js";

const copies: [string, (value: unknown) => unknown][] = [
  ["structuredClone", (value) => structuredClone(value)],
  ["structuredClone deep inside", (value) => structuredClone({ list: [new Map([["key", { value }]])] })],
  [
    "postMessage to a port",
    (value) => {
      const { port1 } = new MessageChannel();
      try {
        port1.postMessage(value);
      } finally {
        port1.close();
      }
    },
  ],
  ["v8.serialize", (value) => serialize(value)],
  ["spread", (value) => ({ ...(value as object) })],
  ["Object.assign", (value) => Object.assign({}, value)],
  ["JSON", (value) => JSON.stringify({ value })],
];

void describe("a copy is refused", () => {
  for (const [how, copy] of copies) {
    void it(`${how}: of a reservation, a batch, current and a file`, () => {
      with_current(
        (current) => {
          using fd = get_unused_fd_flags(current, 0);
          using batch = reserveBatch(current, 2, 0);
          using file = filp_open("x");
          const values: [unknown, MovecheckErrorCode, RegExp][] = [
            [
              fd,
              "ERR_MOVECHECK_NOT_SEND",
              /^`FileDescriptorReservation` of descriptor 0 is not Send: .*\n {2}made here: .*copies\.test\.ts/,
            ],
            [batch, "ERR_MOVECHECK_NOT_SEND", /^`ReservationBatch` of descriptors 1, 2 is not Send/],
            [current, "ERR_MOVECHECK_NOT_SEND", /^`CurrentTask` is not Send/],
            [file, "ERR_MOVECHECK_CLONE", /^`ARef<File>` of "x" can't be cloned.*use clone\(\)/],
          ];
          for (const [value, code, message] of values) refusal(code, () => copy(value), message);
          assert.equal(fd.reserved_fd(), 0, "it is still good where it belongs");
        },
        { table: new DescriptorTable() },
      );
    });
  }

  void it("also after the value was consumed", () => {
    with_current(
      (current) => {
        const fd = get_unused_fd_flags(current, 0);
        put_unused_fd(fd);
        refusal("ERR_MOVECHECK_NOT_SEND", () => structuredClone(fd));
      },
      { table: new DescriptorTable() },
    );
  });

  void it("and can't be talked out of it", () => {
    with_current(
      (current) => {
        using fd = get_unused_fd_flags(current, 0);
        assert.throws(() => {
          "use strict";
          delete (fd as unknown as Record<string, unknown>)._not_send;
        }, TypeError);
        assert.throws(() => Object.defineProperty(fd, "_not_send", { value: 1 }), TypeError);
      },
      { table: new DescriptorTable() },
    );
  });
});

void describe("in another worker", () => {
  const worker = (body: string): Worker =>
    new Worker(
      `
    const { parentPort, workerData } = require("node:worker_threads");
    ${body}
  `,
      { eval: true },
    );

  void it("a reservation can't be posted to it, nor be its workerData", async () => {
    const other = worker("parentPort.on('message', () => parentPort.postMessage('arrived'));");
    const heard: unknown[] = [];
    other.on("message", (message) => heard.push(message));
    try {
      with_current(
        (current) => {
          using fd = get_unused_fd_flags(current, 0);
          refusal("ERR_MOVECHECK_NOT_SEND", () => {
            other.postMessage({ fd });
          });
          refusal("ERR_MOVECHECK_NOT_SEND", () => {
            other.postMessage([[fd]]);
          });
          refusal("ERR_MOVECHECK_NOT_SEND", () => new Worker("", { eval: true, workerData: fd }));
        },
        { table: new DescriptorTable() },
      );
      other.postMessage("plain");
      await once(other, "message");
      assert.deepEqual(heard, ["arrived"], "only the plain message");
    } finally {
      await other.terminate();
    }
  });

  void it("what is rebuilt from its parts there, and comes back, is foreign", async () => {
    const other = worker("parentPort.on('message', (parts) => parentPort.postMessage({ ...parts, ok: true }));");
    try {
      const table = new DescriptorTable();
      const reply = once(other, "message");
      other.postMessage({ fd: 0 });
      const [rebuilt] = (await reply) as [object];
      with_current(
        (current) => {
          using fd = get_unused_fd_flags(current, 0);
          refusal(
            "ERR_MOVECHECK_FOREIGN",
            () => {
              fd_install(rebuilt, filp_open("x"));
            },
            /must be a FileDescriptorReservation that this copy of movecheck made in this thread/,
          );
          assert.equal(fd.reserved_fd(), 0);
        },
        { table },
      );
    } finally {
      await other.terminate();
    }
  });
});
