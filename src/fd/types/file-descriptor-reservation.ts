import type { Linear } from "../../types/linear.js";
import type { NotThreadSafe } from "../../types/not-thread-safe.js";
import type { Held } from "../../types/state.js";
import type { Task } from "./brand.js";
import type { CurrentTask } from "./current-task.js";

/**
 * A reserved descriptor number: it must be given to `fd_install` or `put_unused_fd` once, by the task that made it, or
 * be under `using`, which puts it back at the end of the scope if neither was called.
 *
 * `S` is the task's scope. `H` is the state (see `Fresh` in `movecheck`): leave it out where a parameter or field is
 * declared.
 *
 * Source: the kernel's `FileDescriptorReservation`, with the fields `fd: u32` and `_not_send: NotThreadSafe`.
 *
 * @example
 * import { type ARef, type CurrentTask, type File, fd_install, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";
 *
 * function receive<S>(current: CurrentTask<S>, file: ARef<File>): number {
 *   using fd = get_unused_fd_flags(current, O_CLOEXEC);
 *   if (!fd.ok) return fd.errno;
 *   const number = fd.reserved_fd();
 *   fd_install(fd, file);
 *   return number;
 * }
 */
export interface FileDescriptorReservation<in out S, out H = Held> extends Linear<H>, Disposable, NotThreadSafe {
  readonly ok: true;
  readonly [Task]: CurrentTask<S>;
  /** The reserved number. */
  reserved_fd(): number;
}
