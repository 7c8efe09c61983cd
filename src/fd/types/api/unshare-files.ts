import type { CurrentTask } from "../current-task.js";

/**
 * Gives the current task a private copy of its table: every installed file, no reservation.
 *
 * @returns 0; or `-ENOMEM`, and the task keeps the table it had
 * @throws MovecheckError ERR_MOVECHECK_UNSHARE while the task holds a reservation, which would be lost
 *
 * Source: `unshare_files()` in the kernel's `kernel/fork.c`.
 *
 * @example
 * import { unshare_files, with_current } from "movecheck/fd";
 *
 * const error = with_current((current) => unshare_files(current));
 */
export type UnshareFiles = <S>(current: CurrentTask<S>) => number;
