import { ReservationHandle } from "./handle.js";

/** The handle of one reserved number. Its public type is in `types/file-descriptor-reservation.ts`. */
export class FileDescriptorReservation extends ReservationHandle {
  /** The reserved number. */
  reserved_fd(): number {
    // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- made with exactly one number
    return ReservationHandle.numbers("FileDescriptorReservation", "reserved_fd()", this)[0]!;
  }

  /** Gives the number back; after a move it does nothing. */
  [Symbol.dispose](): void {
    ReservationHandle.dispose(this, FileDescriptorReservation.prototype[Symbol.dispose]);
  }
}
