import { countArgument } from "../errors/argument.js";
import { errnoOf } from "../errors/errno.js";
import { taskOf } from "../guard/current.js";
import { Position } from "../../guard/position.js";
import { ReservationBatch } from "../guard/reservation-batch.js";
import { Reserved } from "../guard/reserved.js";
import type { ReserveBatch } from "../types/api/reserve-batch.js";

/**
 * Reserves `n` numbers, or none: a failure at the k-th gives the first k-1 back.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT when `n` is no integer from 0 to the table's `nr_open`.
 */
export const reserveBatch: ReserveBatch = (current, n, flags) => {
  const task = taskOf("reserveBatch()", current);
  const { backend } = task;
  const count = countArgument("reserveBatch", "n", n, 0, backend.nr_open);
  const fds: number[] = [];
  let complete = false;
  try {
    while (fds.length < count) {
      const fd = backend.get_unused_fd_flags(flags);
      if (fd < 0) return errnoOf(fd);
      fds.push(fd);
    }
    complete = true;
  } finally {
    // By ownership: an exception from the table leaves nothing reserved either.
    if (!complete) for (const fd of fds) backend.put_unused_fd(fd);
  }
  // The brands of the public type exist for the compiler alone: no value has the properties.
  return new ReservationBatch(new Reserved(task, fds, Position.above(reserveBatch))) as never;
};
