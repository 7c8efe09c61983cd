import type { Ref } from "../../../types/ref.js";
import { countArgument, optionsArgument, signalArgument } from "../../errors/argument.js";
import { liveReference } from "../../guard/aref.js";
import { MovecheckError } from "../../../guard/movecheck-error.js";
import type { ARef } from "../../types/aref.js";
import type { File } from "../../types/file.js";
import { SCM_MAX_FD } from "../libc/constants.js";
import { LinuxFile } from "../linux-file.js";
import * as say from "../messages.js";
import { sendDescriptors, type Sent } from "./send-descriptors.js";
import type { TransferError } from "./transfer-error.js";

/** How to send. */
export interface SendOptions {
  /** Ends the wait for room in the socket. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends open files to the process at the other end of a Unix socket, with bytes that go along.
 *
 * The files are borrowed: the kernel takes references of its own while the call is made, all or none. It waits while the
 * socket has no room; the messages of one socket go in the order of the calls.
 *
 * @param socket A connected Unix socket, by its number.
 * @param files 1 to 253 open files.
 * @param bytes At least one byte: a message without any can't carry descriptors on every kind of socket.
 * @throws MovecheckError `ERR_MOVECHECK_BAD_ARGUMENT` for arguments out of range, `ERR_MOVECHECK_MOVED` for a file that was
 *   consumed, `ERR_MOVECHECK_FOREIGN` for what is no file of this process.
 *
 * @example
 * import { fget, send_fds, with_current } from "movecheck/fd/linux";
 *
 * await with_current(async (current) => {
 *   using log = fget(current, 1);
 *   if (!log.ok) return;
 *   const sent = await send_fds(3, [log], new TextEncoder().encode("stdout"));
 *   if (!sent.ok) console.error(sent.message);
 * });
 */
export function send_fds(
  socket: number,
  files: readonly Ref<ARef<File>>[],
  bytes: Uint8Array,
  options: SendOptions = {},
): Promise<Sent | TransferError> {
  countArgument("send_fds", "socket", socket, 0, 0x7fff_ffff);
  optionsArgument("send_fds", "options", options);
  signalArgument("send_fds", "signal", options.signal);
  // Types do not hold at run time: this is what an untyped caller is told.
  const given: unknown = files;
  if (!Array.isArray(given)) throw new MovecheckError("ERR_MOVECHECK_BAD_ARGUMENT", say.notFiles);
  countArgument("send_fds", "files.length", given.length, 1, SCM_MAX_FD);
  if (!((bytes as unknown) instanceof Uint8Array) || bytes.length === 0) {
    throw new MovecheckError("ERR_MOVECHECK_BAD_ARGUMENT", say.notBytes);
  }
  const fds = given.map((file: unknown, index) => {
    const reference = liveReference("send_fds()", `files[${index}]`, file);
    if (!LinuxFile.is(reference.file))
      throw new MovecheckError("ERR_MOVECHECK_FOREIGN", say.notOfThisProcess("send_fds", `files[${index}]`));
    return reference.file.fd;
  });
  return sendDescriptors(socket, fds, bytes, options.signal);
}
