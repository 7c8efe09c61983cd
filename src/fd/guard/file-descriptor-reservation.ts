import { watch } from "../../guard/collected.js";
import { recordsPositions } from "../../guard/position.js";
import { makeUncloneable } from "../../guard/uncloneable.js";
import { dispose, genuine, NOT_SEND, refuseForeign, refuseToSend } from "./reservations.js";
import type { Reserved } from "./reserved.js";

const KIND = "FileDescriptorReservation";

let inside: (value: object) => Reserved | undefined;

/** The handle of one reserved number. Its public type is in `types/file-descriptor-reservation.ts`. */
export class FileDescriptorReservation {
  readonly ok = true;
  /** An accessor where positions are recorded; see `uncloneable.ts`. */
  declare readonly _not_send: unknown;
  readonly #reserved: Reserved;

  static {
    // Not a static method: those are in reach of whoever has a handle, through its constructor.
    inside = (value) => (#reserved in value ? value.#reserved : undefined);
  }

  constructor(reserved: Reserved) {
    this.#reserved = genuine(KIND, reserved);
    if (recordsPositions()) makeUncloneable(this, "_not_send", refuse);
    else this._not_send = NOT_SEND;
    watch(this, reserved);
  }

  /** The reserved number. */
  reserved_fd(): number {
    const reserved = reservationIn("reserved_fd()", "this", this);
    reserved.assertUsable("reserved_fd()");
    return reserved.fd as number;
  }

  /** Gives the number back; after a move it does nothing. */
  [Symbol.dispose](): void {
    dispose(reservationIn("dispose", "this", this), FileDescriptorReservation.prototype[Symbol.dispose]);
  }
}

/**
 * The record of a handle, whatever its prototype says now.
 *
 * @throws MovecheckError ERR_MOVECHECK_FOREIGN for anything else.
 */
export function reservationIn(call: string, name: string, value: unknown): Reserved {
  return reservationOf(value) ?? refuseForeign(KIND, call, name, value);
}

/** The record of a handle, live or not; nothing where there is none. */
export function reservationOf(value: unknown): Reserved | undefined {
  return typeof value === "object" && value !== null ? inside(value) : undefined;
}

function refuse(this: unknown): never {
  return refuseToSend(reservationOf(this));
}
