import { bindLibc } from "./bind-libc.js";
import type { Libc } from "./system-calls.js";

let bound: Libc | undefined;

/**
 * The system calls of this process, bound at the first use.
 *
 * @throws MovecheckError `ERR_MOVECHECK_UNSUPPORTED_PLATFORM` anywhere but on 64-bit Linux;
 * `ERR_MOVECHECK_MISSING_KOFFI` where the optional package koffi is not installed.
 */
export function libc(): Libc {
  bound ??= bindLibc();
  return bound;
}

/**
 * Puts `wrap` between the backend and the system calls, so that a test can fail, count or interrupt the k-th one.
 *
 * @returns a function that takes it out again.
 */
export function interposeLibc(wrap: (real: Libc) => Libc): () => void {
  const real = libc();
  bound = wrap(real);
  return () => {
    bound = real;
  };
}
