import { foreign, forged, notSend } from "../../guard/messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import { Position } from "../../guard/position.js";
import { uncloneable } from "../../guard/uncloneable.js";
import { Reserved, type ReservationKind } from "./reserved.js";

/** What the handles of a reservation and of a batch have in common: what is done with the record inside them. */

/** A record from a constructor's argument. @throws MovecheckError ERR_MOVECHECK_FOREIGN for what is none. */
export function genuine(kind: ReservationKind, given: Reserved): Reserved {
  // `fd.constructor` is in everybody's reach; a record is not.
  if (!(given instanceof Reserved)) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", forged(kind));

  return given;
}

/** Refuses what is no handle of this kind. @throws MovecheckError ERR_MOVECHECK_FOREIGN */
export function refuseForeign(kind: ReservationKind, call: string, name: string, value: unknown): never {
  throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign(call, name, `a ${kind}`, value));
}

/** Drops what is reserved: the table gets every number back, in order. */
export function drop(reserved: Reserved, consumer: string, at: Position | undefined): void {
  const { backend } = reserved.task;
  reserved.resolve(consumer, at);
  if (backend.closed) return;
  if (typeof reserved.fd === "number") backend.put_unused_fd(reserved.fd);
  else for (const fd of reserved.fd) backend.put_unused_fd(fd);
}

/** Gives the numbers back, unless the handle was consumed. `entry` is the public method, for the place. */
export function dispose(reserved: Reserved, entry: (...args: never[]) => unknown): void {
  if (reserved.live) drop(reserved, "dispose", Position.disposing(entry));
}

/** What a copy of a handle is refused with. */
export function refuseToSend(reserved: Reserved | undefined): never {
  const made = reserved?.made?.toString();
  throw new MovecheckError("ERR_MOVECHECK_NOT_SEND", notSend(reserved?.name ?? "a reservation", made), { made });
}

/** Stands in for the accessor that throws; see `uncloneable.ts`. */
export const NOT_SEND = uncloneable(() => refuseToSend(undefined));
