import type { Consume } from "../../../types/consume.js";
import type { Fresh } from "../../../types/state.js";
import type { FileDescriptorReservation } from "../file-descriptor-reservation.js";

/**
 * Gives a reserved number back; it consumes the reservation, and can't fail.
 *
 * Source: `put_unused_fd()` in the kernel's `fs/file.c`.
 *
 * @example
 * import { type CurrentTask, get_unused_fd_flags, O_CLOEXEC, put_unused_fd } from "movecheck/fd";
 *
 * function probe<S>(current: CurrentTask<S>): boolean {
 *   using fd = get_unused_fd_flags(current, O_CLOEXEC);
 *   if (!fd.ok) return false;
 *   put_unused_fd(fd);
 *   return true;
 * }
 */
export type PutUnusedFd = Consume<FileDescriptorReservation<any, Fresh>, "put_unused_fd">;
