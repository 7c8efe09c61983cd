import { endianness } from "node:os";
import { SCM_MAX_FD, SCM_PIDFD, SCM_RIGHTS, SOL_SOCKET } from "./constants.js";

const littleEndian = endianness() === "LE";

/** sizeof(struct cmsghdr): size_t cmsg_len, int cmsg_level, int cmsg_type. */
const headerSize = 16;
const alignment = 8;

/** CMSG_ALIGN. */
const align = (length: number): number => Math.ceil(length / alignment) * alignment;

/**
 * The size of a control buffer that holds all a sender can make the kernel write: the most descriptors one message
 * carries, and the sender's credentials, security label and pidfd where the socket's owner asked for them.
 */
export const controlBufferSize = headerSize + align(4 * SCM_MAX_FD) + 512;

/** What came in a control buffer. */
export interface Rights {
  /** The descriptors sent, in order. */
  readonly fds: readonly number[];
  /** Descriptors nobody sent: the kernel installs a pidfd of the sender on sockets with SO_PASSPIDFD. */
  readonly uninvited: readonly number[];
}

/** One SCM_RIGHTS control message, as sendmsg(2) takes it. */
export function encodeRights(fds: readonly number[]): Uint8Array {
  const control = new DataView(new ArrayBuffer(headerSize + align(4 * fds.length)));
  control.setBigUint64(0, BigInt(headerSize + 4 * fds.length), littleEndian);
  control.setInt32(8, SOL_SOCKET, littleEndian);
  control.setInt32(12, SCM_RIGHTS, littleEndian);
  fds.forEach((fd, index) => {
    control.setInt32(headerSize + 4 * index, fd, littleEndian);
  });
  return new Uint8Array(control.buffer);
}

/**
 * Every descriptor in the first `length` bytes of a control buffer.
 *
 * Each is open in this process by now, so none may be overlooked: a message of an unknown kind is stepped over, and one
 * that was cut is read as far as it goes.
 */
export function decodeRights(buffer: Uint8Array, length: number): Rights {
  const control = new DataView(buffer.buffer, buffer.byteOffset, Math.min(length, buffer.byteLength));
  const fds: number[] = [];
  const uninvited: number[] = [];
  for (let offset = 0; offset + headerSize <= control.byteLength;) {
    const size = Number(control.getBigUint64(offset, littleEndian));
    if (size < headerSize) break;
    const end = Math.min(offset + size, control.byteLength);
    if (control.getInt32(offset + 8, littleEndian) === SOL_SOCKET) {
      const type = control.getInt32(offset + 12, littleEndian);
      const into = type === SCM_RIGHTS ? fds : type === SCM_PIDFD ? uninvited : undefined;
      for (let at = offset + headerSize; into !== undefined && at + 4 <= end; at += 4) {
        into.push(control.getInt32(at, littleEndian));
      }
    }
    offset += align(size);
  }
  return { fds, uninvited };
}
