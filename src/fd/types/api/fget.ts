import type { Fresh } from "../../../types/state.js";
import type { ARef } from "../aref.js";
import type { BadFdError } from "../bad-fd-error.js";
import type { CurrentTask } from "../current-task.js";
import type { File } from "../file.js";

/**
 * Takes a reference to the file that a number of the current task names.
 *
 * @returns the reference; or `EBADF` when the number is free, reserved or none of the task's
 *
 * Source: `fget()` in the kernel's `fs/file.c`, and `LocalFile::fget(fd) -> Result<ARef<LocalFile>, BadFdError>`.
 *
 * @example
 * import { fget, with_current } from "movecheck/fd";
 *
 * with_current((current) => {
 *   using file = fget(current, 3);
 *   return file.ok ? file.target.path : file.code;
 * });
 */
export type Fget = <S>(current: CurrentTask<S>, fd: number) => ARef<File, Fresh> | BadFdError;
