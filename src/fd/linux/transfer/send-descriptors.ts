import { ECANCELED, ECONNRESET, EAGAIN, EPIPE, MSG_DONTWAIT, MSG_NOSIGNAL, POLLOUT } from "../libc/constants.js";
import { encodeRights } from "../libc/control-message.js";
import { libc } from "../libc/libc.js";
import * as say from "../messages.js";
import { transferError, type TransferError } from "./transfer-error.js";
import { waitReady } from "./wait-ready.js";

/** The descriptors and all the bytes were handed to the socket. */
export interface Sent {
  readonly ok: true;
}

const nothing = new Uint8Array(0);

/** The last send on each socket that could not be finished at once: the bytes of two messages must not mix. */
const unfinished = new Map<number, Promise<Sent | TransferError>>();

/**
 * Sends the open files behind `fds` with `bytes`, and waits while the socket has no room.
 *
 * The kernel takes its references inside one sendmsg(2), so the descriptors go all or none. On a stream the bytes may
 * need several calls; the descriptors go with the first.
 */
export function sendDescriptors(
  socket: number,
  fds: readonly number[],
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<Sent | TransferError> {
  const before = unfinished.get(socket);
  const attempt = new Attempt(socket, fds, bytes);
  const result = before === undefined ? attempt.step() : undefined;
  if (result !== undefined) return Promise.resolve(result);
  const finished = (before ?? Promise.resolve()).then(() => attempt.run(signal));
  unfinished.set(socket, finished);
  const forget = (): void => {
    if (unfinished.get(socket) === finished) unfinished.delete(socket);
  };
  finished.then(forget, forget);
  return finished;
}

/** One message on its way into the socket. */
class Attempt {
  readonly #socket: number;
  readonly #count: number;
  readonly #bytes: Uint8Array;
  #control: Uint8Array;
  #sent = 0;

  constructor(socket: number, fds: readonly number[], bytes: Uint8Array) {
    this.#socket = socket;
    this.#count = fds.length;
    this.#bytes = bytes;
    this.#control = encodeRights(fds);
  }

  /** As many calls as the socket has room for; the result, or undefined when it has none. */
  step(): Sent | TransferError | undefined {
    while (this.#sent < this.#bytes.length) {
      const rest = this.#bytes.subarray(this.#sent);
      const sent = libc().sendmsg(this.#socket, rest, this.#control, MSG_DONTWAIT | MSG_NOSIGNAL);
      if (sent === -EAGAIN) return undefined;
      if (sent < 0) return this.#failed(sent);
      this.#sent += sent;
      this.#control = nothing;
    }
    return { ok: true };
  }

  async run(signal: AbortSignal | undefined): Promise<Sent | TransferError> {
    for (;;) {
      const result = this.step();
      if (result !== undefined) return result;
      if (!(await waitReady(this.#socket, POLLOUT, signal))) return this.#failed(-ECANCELED);
    }
  }

  #failed(errno: number): TransferError {
    return transferError({ errno, step: errno === -ECANCELED ? "wait" : "send" }, (code) => {
      if (this.#sent > 0) return say.sendCut(code, this.#sent, this.#bytes.length);
      if (errno === -ECANCELED) return say.waitAborted("send_fds");
      return errno === -EPIPE || errno === -ECONNRESET
        ? say.sendPeerGone(code, this.#count)
        : say.sendFailed(code, this.#count);
    });
  }
}
