import type { Fresh } from "../../../types/state.js";
import type { CurrentTask } from "../current-task.js";
import type { Errno } from "../errno.js";
import type { ReservationBatch } from "../reservation-batch.js";

/**
 * Reserves `n` descriptor numbers, or none: a failure at the k-th gives the first k-1 back.
 *
 * @returns the batch, typed by its length; or `EMFILE` when the task is at its limit, `ENOMEM` when the table can't grow
 *
 * Source: the kernel's Binder, which reserves for each file of a message before it installs any.
 *
 * @example
 * import { dropBatch, O_CLOEXEC, reserveBatch, with_current } from "movecheck/fd";
 *
 * with_current((current) => {
 *   using batch = reserveBatch(current, 3, O_CLOEXEC);
 *   if (!batch.ok) return;
 *   const [first, second, third] = batch.reserved_fds();
 *   console.log(first, second, third);
 *   dropBatch(batch);
 * });
 */
export type ReserveBatch = <S, const N extends number>(
  current: CurrentTask<S>,
  n: N,
  flags: number,
) => ReservationBatch<S, N, Fresh> | Errno<"EMFILE" | "ENOMEM">;
