/** The public types of `movecheck/fd`. The functions' types are what the run time annotates its constants with. */
export type { ARef } from "./aref.js";
export type { BadFdError } from "./bad-fd-error.js";
export type { CurrentTask } from "./current-task.js";
export type { DropBatch } from "./drop-batch.js";
export type { Errno, ErrnoCode } from "./errno.js";
export type { FdInstall } from "./fd-install.js";
export type { Fget } from "./fget.js";
export type { File } from "./file.js";
export type { FileDescriptorReservation } from "./file-descriptor-reservation.js";
export type { FilpOpen } from "./filp-open.js";
export type { GetUnusedFdFlags } from "./get-unused-fd-flags.js";
export type { InstallBatch } from "./install-batch.js";
export type { PutUnusedFd } from "./put-unused-fd.js";
export type { ReservationBatch } from "./reservation-batch.js";
export type { ReserveBatch } from "./reserve-batch.js";
export type { TupleOf } from "./tuple-of.js";
export type { WithCurrent } from "./with-current.js";
