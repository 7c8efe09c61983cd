import type { NotThreadSafe } from "../../types/not-thread-safe.js";
import type { Task } from "./brand.js";

/**
 * The current task, lent by `with_current` for the time of its callback.
 *
 * `S` is the scope: each call of `with_current` has one of its own, and it is invariant, so that nothing which mentions
 * it leaves the callback by return value, and no two tasks mix.
 *
 * Source: the kernel's `CurrentTask`, which is `NotThreadSafe` and only lent.
 *
 * @example
 * import { type CurrentTask, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";
 *
 * function probe<S>(current: CurrentTask<S>): boolean {
 *   using fd = get_unused_fd_flags(current, O_CLOEXEC);
 *   return fd.ok;
 * }
 */
export interface CurrentTask<in out S> extends NotThreadSafe {
  readonly [Task]: (scope: S) => S;
}
