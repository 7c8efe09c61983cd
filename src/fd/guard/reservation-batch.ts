import { watch } from "../../guard/collected.js";
import { recordsPositions } from "../../guard/position.js";
import { makeUncloneable } from "../../guard/uncloneable.js";
import { dispose, genuine, NOT_SEND, refuseForeign, refuseToSend } from "./reservations.js";
import type { Reserved } from "./reserved.js";

const KIND = "ReservationBatch";

let inside: (value: object) => Reserved | undefined;

/** The handle of several numbers reserved at once. Its public type is in `types/reservation-batch.ts`. */
export class ReservationBatch {
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

  /** How many numbers it holds. */
  get length(): number {
    return numbers("length", this).length;
  }

  /** The reserved numbers, in the order reserved. */
  reserved_fds(): readonly number[] {
    return [...numbers("reserved_fds()", this)];
  }

  /** Gives every number back; after a move it does nothing. */
  [Symbol.dispose](): void {
    dispose(batchIn("dispose", "this", this), ReservationBatch.prototype[Symbol.dispose]);
  }
}

/**
 * The record of a handle, whatever its prototype says now.
 *
 * @throws MovecheckError ERR_MOVECHECK_FOREIGN for anything else.
 */
export function batchIn(call: string, name: string, value: unknown): Reserved {
  return batchOf(value) ?? refuseForeign(KIND, call, name, value);
}

/** The record of a handle, live or not; nothing where there is none. */
export function batchOf(value: unknown): Reserved | undefined {
  return typeof value === "object" && value !== null ? inside(value) : undefined;
}

/** The numbers of a handle, for who still owns them. */
function numbers(call: string, handle: unknown): readonly number[] {
  const reserved = batchIn(call, "this", handle);
  reserved.assertUsable(call);
  return reserved.fds;
}

function refuse(this: unknown): never {
  return refuseToSend(batchOf(this));
}
