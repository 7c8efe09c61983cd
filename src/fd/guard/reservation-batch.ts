import { ReservationHandle } from "./handle.js";

/** The handle of several numbers reserved at once. Its public type is in `types/reservation-batch.ts`. */
export class ReservationBatch extends ReservationHandle {
  /** How many numbers it holds. */
  get length(): number {
    return ReservationHandle.numbers("ReservationBatch", "length", this).length;
  }

  /** The reserved numbers, in the order reserved. */
  reserved_fds(): readonly number[] {
    return [...ReservationHandle.numbers("ReservationBatch", "reserved_fds()", this)];
  }

  /** Gives every number back; after a move it does nothing. */
  [Symbol.dispose](): void {
    ReservationHandle.dispose(this, ReservationBatch.prototype[Symbol.dispose]);
  }
}
