import { reservationIn } from "../guard/file-descriptor-reservation.js";
import { drop } from "../guard/reservations.js";
import { Position } from "../../guard/position.js";
import type { PutUnusedFd } from "../types/api/put-unused-fd.js";

/**
 * Gives a reserved number back, and consumes the reservation.
 *
 * @throws MovecheckError and changes nothing when it was consumed, is of another kind, or belongs to another task.
 */
// The parameters are `unknown`: untyped code hands anything over, and what is consumed is the record behind a handle.
export const put_unused_fd: PutUnusedFd = (reservation: unknown) => {
  const reserved = reservationIn("put_unused_fd()", "reservation", reservation);
  reserved.assertUsable("put_unused_fd()");
  drop(reserved, "put_unused_fd", Position.above(put_unused_fd));
};
