import type { Fresh } from "../../../types/state.js";
import type { CurrentTask } from "../current-task.js";
import type { Errno } from "../errno.js";
import type { FileDescriptorReservation } from "../file-descriptor-reservation.js";

/**
 * Reserves the lowest free descriptor number of the current task.
 *
 * Only `O_CLOEXEC` of `flags` is looked at; it is stored now, and installing does not change it.
 *
 * @returns the reservation; or `EMFILE` when the task is at its limit, `ENOMEM` when the table can't grow
 *
 * Source: `get_unused_fd_flags()` in the kernel's `fs/file.c`.
 *
 * @example
 * import { get_unused_fd_flags, O_CLOEXEC, put_unused_fd, with_current } from "movecheck/fd";
 *
 * with_current((current) => {
 *   using fd = get_unused_fd_flags(current, O_CLOEXEC);
 *   if (!fd.ok) return;
 *   put_unused_fd(fd);
 * });
 */
export type GetUnusedFdFlags = <S>(
  current: CurrentTask<S>,
  flags: number,
) => FileDescriptorReservation<S, Fresh> | Errno<"EMFILE" | "ENOMEM">;
