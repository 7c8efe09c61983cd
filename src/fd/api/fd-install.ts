import { liveReference } from "../guard/aref.js";
import { reservationIn } from "../guard/file-descriptor-reservation.js";
import { install } from "../guard/install.js";
import { Position } from "../../guard/position.js";
import type { FdInstall } from "../types/api/fd-install.js";

/**
 * Gives a reserved number its file, and consumes both.
 *
 * @throws MovecheckError and changes nothing when either was consumed, is of another kind, or belongs to another task.
 */
// The parameters are `unknown`: untyped code hands anything over, and what is consumed is the record behind a handle.
export const fd_install: FdInstall = (reservation: unknown, file: unknown) => {
  const reserved = reservationIn("fd_install()", "reservation", reservation);
  reserved.assertUsable("fd_install()");
  const reference = liveReference("fd_install()", "file", file);
  install("fd_install", reserved, reference, Position.above(fd_install));
};
