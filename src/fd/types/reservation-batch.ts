import type { Linear } from "../../types/linear.js";
import type { NotThreadSafe } from "../../types/not-thread-safe.js";
import type { Held } from "../../types/state.js";
import type { Task } from "./brand.js";
import type { CurrentTask } from "./current-task.js";
import type { TupleOf } from "./tuple-of.js";

/**
 * `N` reserved descriptor numbers, reserved all or none; consumed whole by `installBatch` or `dropBatch`.
 *
 * @example
 * import { type ARef, type CurrentTask, type File, installBatch, O_CLOEXEC, reserveBatch } from "movecheck/fd";
 *
 * function receive<S>(current: CurrentTask<S>, stdin: ARef<File>, stdout: ARef<File>): number {
 *   using batch = reserveBatch(current, 2, O_CLOEXEC);
 *   if (!batch.ok) return batch.errno;
 *   installBatch(batch, [stdin, stdout]);
 *   return 0;
 * }
 */
export interface ReservationBatch<in out S, in out N extends number = number, out H = Held>
  extends Linear<H>, Disposable, NotThreadSafe {
  readonly ok: true;
  readonly [Task]: CurrentTask<S>;
  /** How many numbers it holds. */
  readonly length: N;
  /** The reserved numbers, in the order reserved. */
  reserved_fds(): TupleOf<number, N>;
}
