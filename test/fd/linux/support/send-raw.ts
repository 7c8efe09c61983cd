import assert from "node:assert/strict";
import { encodeRights } from "../../../../src/fd/linux/libc/control-message.js";
import { libc } from "../../../../src/fd/linux/libc/libc.js";

/** Sends one message by the bare system call: any number of descriptors, none included. */
export function sendRaw(socket: number, fds: readonly number[], text = "message"): void {
  const bytes = Buffer.from(text);
  const control = fds.length === 0 ? new Uint8Array(0) : encodeRights(fds);
  assert.equal(libc().sendmsg(socket, bytes, control, 0), bytes.length);
}
