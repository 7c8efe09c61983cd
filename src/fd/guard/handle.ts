import { foreign, forged, notSend } from "../messages.js";
import { MovecheckError } from "../errors/movecheck-error.js";
import { watch } from "./collected.js";
import { Position } from "./position.js";
import { Reserved, type ReservationKind } from "./reserved.js";
import { makeUncloneable } from "./uncloneable.js";

/**
 * What a reservation and a batch have in common: a record of what they hold, and no way around it.
 *
 * Everything the guard asks is in the record; the handle itself is what `using` and the finalizer see.
 */
export abstract class ReservationHandle {
  readonly ok = true;
  readonly #reserved: Reserved;

  constructor(reserved: Reserved) {
    // `fd.constructor` is in everybody's reach; a record is not.
    if (!(reserved instanceof Reserved)) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", forged(new.target.name));
    this.#reserved = reserved;
    makeUncloneable(this, "_not_send", refuseToSend);
    reserved.task.hold(reserved);
    watch(this, reserved);
  }

  /**
   * The record of a handle that was made as a `kind`, whatever its prototype says now.
   *
   * @throws MovecheckError ERR_MOVECHECK_FOREIGN for anything else.
   */
  static record(kind: ReservationKind, call: string, name: string, value: unknown): Reserved {
    if (typeof value === "object" && value !== null && #reserved in value && value.#reserved.kind === kind)
      return value.#reserved;
    throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign(call, name, `a ${kind}`, value));
  }

  /** The numbers of a handle, for who still owns them. */
  static numbers(kind: ReservationKind, call: string, handle: unknown): readonly number[] {
    const reserved = ReservationHandle.record(kind, call, "this", handle);
    reserved.assertUsable(call);
    return reserved.fds;
  }

  /** Gives the numbers back, unless the handle was consumed. `entry` is the public method, for the place. */
  static dispose(handle: ReservationHandle, entry: (...args: never[]) => unknown): void {
    if (!(#reserved in handle))
      throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign("dispose", "this", "a reservation", handle));
    const reserved = handle.#reserved;
    if (reserved.live) drop(reserved, "dispose", Position.disposing(entry));
  }

  static refuseToSend(handle: object): never {
    const reserved = #reserved in handle ? handle.#reserved : undefined;
    const made = reserved?.made?.toString();
    throw new MovecheckError("ERR_MOVECHECK_NOT_SEND", notSend(reserved?.name ?? "this value", made), { made });
  }
}

/** Drops what is reserved: the table gets every number back, in order. */
export function drop(reserved: Reserved, consumer: string, at: Position | undefined): void {
  const { backend } = reserved.task;
  reserved.resolve(consumer, at);
  if (!backend.closed) for (const fd of reserved.fds) backend.put_unused_fd(fd);
}

function refuseToSend(this: object): never {
  return ReservationHandle.refuseToSend(this);
}
