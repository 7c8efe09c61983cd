import { MovecheckError } from "../../../guard/movecheck-error.js";
import { errnoOf } from "../../errors/errno.js";
import type { Errno } from "../../types/errno.js";
import { SOCK_CLOEXEC, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM } from "../libc/constants.js";
import { libc } from "../libc/libc.js";
import * as say from "../messages.js";

const types = { stream: SOCK_STREAM, seqpacket: SOCK_SEQPACKET, dgram: SOCK_DGRAM };

/** Two connected sockets, by their numbers. */
export interface SocketPair {
  readonly ok: true;
  readonly left: number;
  readonly right: number;
}

/**
 * Makes two connected Unix sockets, close-on-exec; a child process gets one as an entry of its `stdio`.
 *
 * `"seqpacket"` keeps messages apart and tells when the peer is gone, which is what send_fds and receive_fds are best
 * used on; the caller closes both numbers.
 *
 * @throws MovecheckError `ERR_MOVECHECK_BAD_ARGUMENT` for another type.
 *
 * @example
 * import { spawn } from "node:child_process";
 * import { socketpair } from "movecheck/fd/linux";
 *
 * const pair = socketpair();
 * if (!pair.ok) throw new Error(pair.code);
 * spawn(process.execPath, ["worker.js"], { stdio: ["ignore", "inherit", "inherit", pair.right] });
 */
export function socketpair(type: keyof typeof types = "seqpacket"): SocketPair | Errno {
  if (!Object.hasOwn(types, type))
    throw new MovecheckError("ERR_MOVECHECK_BAD_ARGUMENT", say.notASocketType(Object.keys(types)));
  const pair = new Int32Array(2);
  const result = libc().socketpair(types[type] | SOCK_CLOEXEC, pair);
  return result < 0 ? errnoOf(result) : { ok: true, left: pair[0] ?? -1, right: pair[1] ?? -1 };
}
