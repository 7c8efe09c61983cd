import koffi from "koffi";
import { SOL_SOCKET } from "../../../../src/fd/linux/libc/constants.js";

export const SO_PASSCRED = 16;
export const SO_PASSPIDFD = 76;

const setsockopt = koffi.load(null).func("setsockopt", "int", ["int", "int", "int", "void *", "uint32"]);

/** setsockopt(2) of an integer at the socket level: 0, or -1. */
export function setSocketOption(socket: number, option: number, value: number): number {
  return setsockopt(socket, SOL_SOCKET, option, Int32Array.of(value), 4) as number;
}
