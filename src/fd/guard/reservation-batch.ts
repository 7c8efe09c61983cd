import { ReservationHandle } from "./handle.js";

/** The handle of several numbers reserved at once. Its public type is in `types/reservation-batch.ts`. */
export class ReservationBatch extends ReservationHandle {
  /** How many numbers it holds. */
  get length(): number {
    return this.numbers("length").length;
  }

  /** The reserved numbers, in the order reserved. */
  reserved_fds(): readonly number[] {
    return [...this.numbers("reserved_fds()")];
  }

  /** Gives every number back; after a move it does nothing. */
  [Symbol.dispose](): void {
    ReservationHandle.dispose(this, ReservationBatch.prototype[Symbol.dispose]);
  }
}
