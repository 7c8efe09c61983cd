import { errnoName } from "../libc/errno-name.js";

/** The part of a transfer that failed. */
export type TransferStep = "wait" | "reserve" | "receive" | "check" | "place" | "send";

/**
 * Why a transfer between processes did not happen.
 *
 * It is returned, as `Errno` is. Of what was to be received nothing is installed and nothing is left open.
 *
 * @example
 * import { receive_fds } from "movecheck/fd/linux";
 *
 * const received = await receive_fds(3, 3);
 * if (!received.ok) console.error(received.code, received.message);
 */
export interface TransferError {
  readonly ok: false;
  /** Negative, as the kernel returns it; what the kernel does not report (a wrong count, say) has the nearest number. */
  readonly errno: number;
  /** The error's name: `"EMFILE"`. */
  readonly code: string;
  /** The part that failed. */
  readonly step: TransferStep;
  /** How many descriptors this step had done when it failed. */
  readonly done: number;
  /** How many descriptors arrived and were closed again; 0 in a failed send. */
  readonly arrived: number;
  /** Is the message still in the socket? Then a later call can receive it; otherwise it is gone. */
  readonly kept: boolean;
  /** What happened, as a sentence. */
  readonly message: string;
}

/** What a failed step knows of itself. */
export interface Failure {
  readonly errno: number;
  readonly step: TransferStep;
  readonly done?: number;
  readonly arrived?: number;
  readonly kept?: boolean;
}

/** The sentence is made from the error's name, so that no message leaves it out. */
export function transferError(failure: Failure, message: (code: string) => string): TransferError {
  const code = errnoName(failure.errno);
  return { ok: false, code, done: 0, arrived: 0, kept: false, ...failure, message: message(code) };
}
