import { countArgument, optionsArgument, signalArgument } from "../../errors/argument.js";
import type { TupleOf } from "../../types/tuple-of.js";
import { EBADMSG, ECANCELED, ECONNRESET, EAGAIN, EMSGSIZE } from "../libc/constants.js";
import {
  MSG_CMSG_CLOEXEC,
  MSG_CTRUNC,
  MSG_DONTWAIT,
  MSG_TRUNC,
  O_CLOEXEC,
  POLLIN,
  SCM_MAX_FD,
} from "../libc/constants.js";
import { closeAll } from "./close-all.js";
import { controlBufferSize, decodeRights } from "../libc/control-message.js";
import { libc } from "../libc/libc.js";
import type { ReceivedHeader } from "../libc/system-calls.js";
import * as say from "../messages.js";
import { dropSlot, installSlot, reserveSlot } from "../slots.js";
import { transferError, type TransferError } from "./transfer-error.js";
import { waitReady } from "./wait-ready.js";

/** How to receive. */
export interface ReceiveOptions {
  /** The most bytes to take from the socket, 65,536 unless given. A longer message is an error where the socket keeps messages apart. */
  readonly maxBytes?: number | undefined;
  /** Ends the wait for a message. */
  readonly signal?: AbortSignal | undefined;
}

/** `N` descriptors that another process sent, installed in this one, close-on-exec. */
export interface ReceivedFds<N extends number> {
  readonly ok: true;
  /** Their numbers here, in the order sent; the caller closes them. */
  readonly fds: TupleOf<number, N>;
  /** The bytes they came with. */
  readonly bytes: Uint8Array;
}

/** Reused: a message is copied out of them before anything else can run. */
let data = new Uint8Array(0);
const control = new Uint8Array(new ArrayBuffer(controlBufferSize));
const header: ReceivedHeader = { controlLength: 0, flags: 0 };

/**
 * Receives exactly `n` descriptors with one message, all or none.
 *
 * It waits until there is a message. Then, before another line of this program runs: it reserves `n` numbers and as
 * many for the descriptors to arrive on, takes the message, places each descriptor on its reserved number and lets go
 * of the rest. Where a step fails nothing is installed and nothing is left open; without room to reserve, the message
 * stays in the socket.
 *
 * @param socket A connected Unix socket, by its number. Nothing else may read from it.
 * @param n How many descriptors, 1 to 253.
 * @throws MovecheckError `ERR_MOVECHECK_BAD_ARGUMENT` for a number out of range, or a signal that is none.
 *
 * Source: Binder's `binder_apply_fd_fixups()`, in user space.
 *
 * @example
 * import { receive_fds } from "movecheck/fd/linux";
 *
 * const received = await receive_fds(3, 2);
 * if (!received.ok) throw new Error(received.message);
 * const [log, pipe] = received.fds;
 */
export async function receive_fds<const N extends number>(
  socket: number,
  n: N,
  options: ReceiveOptions = {},
): Promise<ReceivedFds<N> | TransferError> {
  countArgument("receive_fds", "socket", socket, 0, 0x7fff_ffff);
  countArgument("receive_fds", "n", n, 1, SCM_MAX_FD);
  optionsArgument("receive_fds", "options", options);
  signalArgument("receive_fds", "signal", options.signal);
  const maxBytes = countArgument("receive_fds", "maxBytes", options.maxBytes ?? 65_536, 1, 0x7fff_ffff);
  for (;;) {
    if (libc().poll(socket, POLLIN) !== 0) {
      const received = receiveNow(socket, n, maxBytes);
      // Another reader was faster.
      if (received.ok || received.errno !== -EAGAIN) return received as ReceivedFds<N> | TransferError;
    }
    if (!(await waitReady(socket, POLLIN, options.signal))) {
      return transferError({ errno: -ECANCELED, step: "wait", kept: true }, () => say.waitAborted("receive_fds"));
    }
  }
}

interface Message {
  readonly fds: readonly number[];
  readonly bytes: Uint8Array;
}

/** One attempt, from the first reservation to the last placement. */
function receiveNow(socket: number, n: number, maxBytes: number): ReceivedFds<number> | TransferError {
  const slots = reserveTwice(n);
  if (!Array.isArray(slots)) return slots;
  // The upper half makes room for the descriptors to arrive on: that must not be where they are lost.
  closeAll(slots.splice(n));
  const message = takeMessage(socket, n, maxBytes);
  const failure = "errno" in message ? message : place(message.fds, slots);
  if (failure !== undefined) {
    slots.forEach(dropSlot);
    return failure;
  }
  return { ok: true, fds: slots, bytes: (message as Message).bytes };
}

function reserveTwice(n: number): number[] | TransferError {
  const slots: number[] = [];
  while (slots.length < 2 * n) {
    const fd = reserveSlot();
    if (fd < 0) {
      const done = slots.length;
      slots.forEach(dropSlot);
      return done < n
        ? transferError({ errno: fd, step: "reserve", done, kept: true }, (code) => say.reserveFailed(code, done, n))
        : transferError({ errno: fd, step: "reserve", done, kept: true }, (code) =>
            say.landingFailed(code, done - n, n),
          );
    }
    slots.push(fd);
  }
  return slots;
}

/** Takes one message and refuses it, closing what came with it, unless it is whole and has `n` descriptors. */
function takeMessage(socket: number, n: number, maxBytes: number): Message | TransferError {
  if (data.length < maxBytes) data = new Uint8Array(new ArrayBuffer(maxBytes));
  const room = data.subarray(0, maxBytes);
  const length = libc().recvmsg(socket, room, control, MSG_DONTWAIT | MSG_CMSG_CLOEXEC, header);
  if (length < 0) return transferError({ errno: length, step: "receive", kept: true }, say.receiveFailed);

  const { fds, uninvited } = decodeRights(control, header.controlLength);
  closeAll(uninvited);
  const arrived = fds.length;
  const refuse = (errno: number, message: (code: string) => string): TransferError => {
    closeAll(fds);
    return transferError({ errno: -errno, step: "check", arrived }, message);
  };
  if ((header.flags & MSG_CTRUNC) !== 0) return refuse(EMSGSIZE, () => say.rightsTruncated(arrived, n));
  if ((header.flags & MSG_TRUNC) !== 0) return refuse(EMSGSIZE, () => say.bytesTruncated(maxBytes));
  if (length === 0 && arrived === 0) return refuse(ECONNRESET, say.peerClosed);
  if (arrived !== n) return refuse(EBADMSG, () => say.wrongCount(arrived, n, length));
  return { fds, bytes: room.slice(0, length) };
}

/** Puts each of `fds` on its slot and closes it where it arrived; on failure the slots already filled are emptied. */
function place(fds: readonly number[], slots: readonly number[]): TransferError | undefined {
  let failure: TransferError | undefined;
  for (const [done, fd] of fds.entries()) {
    const slot = slots[done] ?? -1;
    const placed = installSlot(slot, fd, O_CLOEXEC);
    if (placed !== 0) {
      // What is installed is no placeholder any more, so dropping the slots will pass over it.
      closeAll(slots.slice(0, done));
      failure = transferError({ errno: placed.errno, step: "place", done, arrived: fds.length }, (code) =>
        say.placeFailed(code, done, fds.length, slot, placed.slot),
      );
      break;
    }
  }
  closeAll(fds);
  return failure;
}
