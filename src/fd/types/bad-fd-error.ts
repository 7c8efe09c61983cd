import type { Errno } from "./errno.js";

/**
 * The error of what can only fail with `EBADF`: the number names no open file.
 *
 * Source: the kernel's `BadFdError`.
 *
 * @example
 * import { fget, with_current } from "movecheck/fd";
 *
 * const code = with_current((current) => {
 *   using file = fget(current, 1_000);
 *   return file.ok ? "open" : file.code;
 * });
 */
export interface BadFdError extends Errno<"EBADF"> {}
