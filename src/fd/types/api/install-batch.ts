import type { Becomes, Called, Declared } from "../../../types/consume/becomes.js";
import type { NotMoved } from "../../../types/not-moved.js";
import type { Fresh } from "../../../types/state.js";
import type { ARef } from "../aref.js";
import type { File } from "../file.js";
import type { ReservationBatch } from "../reservation-batch.js";
import type { TupleOf } from "../tuple-of.js";

/**
 * `N` ties the files to the batch, so this call signature has type parameters, which `Consume`'s has not. Control flow
 * then resolves the call's arguments to know its type; it gets the same moves, in loops too (see the type tests).
 */
interface Installing<M extends Declared> {
  <S, N extends number>(
    batch: NotMoved<ReservationBatch<S, N, Fresh>>,
    files: TupleOf<ARef<File>, N>,
  ): asserts batch is Becomes<ReservationBatch<S, N, Fresh>, "installBatch", M>;
}

/**
 * Gives each number of a batch its file, in order; it consumes the batch and the files, and can't fail.
 *
 * The compiler checks that there are exactly as many files as numbers; the run time does where the length is not known
 * while compiling. "Can't fail" is what makes it atomic: not that another task sees all or none.
 *
 * Source: the kernel's Binder, which installs only after the last step that can fail.
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
export interface InstallBatch extends Installing<Declared & Called> {}
