import type { Once } from "../../../types/once.js";
import type { CurrentTask } from "../current-task.js";
import type { WithCurrentOptions } from "./with-current-options.js";

/**
 * Runs `callback` as the current task, which it lends for the time of the call.
 *
 * Nothing bound to the task can be returned: not in an object, an array, a promise or a closure. A callback may be
 * async; the task then ends when its promise settles.
 *
 * The callback runs once, so it may consume what it captured: a file opened outside, say.
 *
 * @returns what the callback returned
 * @throws what the callback threw
 *
 * @example
 * import { get_unused_fd_flags, O_CLOEXEC, put_unused_fd, with_current } from "movecheck/fd";
 *
 * const number = with_current((current) => {
 *   using fd = get_unused_fd_flags(current, O_CLOEXEC);
 *   if (!fd.ok) return fd.errno;
 *   const reserved = fd.reserved_fd();
 *   put_unused_fd(fd);
 *   return reserved;
 * });
 */
export type WithCurrent = <R>(callback: Once<<S>(current: CurrentTask<S>) => R>, options?: WithCurrentOptions) => R;
