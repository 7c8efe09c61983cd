import type { Once } from "../../types/once.js";
import type { CurrentTask as Current } from "../guard/current.js";
import { runTask } from "../guard/run-task.js";
import type { CurrentTask } from "../types/current-task.js";
import { libc } from "./libc/libc.js";
import { processBackend } from "./process-backend.js";

/**
 * Runs `callback` as a new task on the descriptor table of this process, lends it `current`, and ends the task when the
 * callback ends. The callback runs once, so it may consume what it captured.
 *
 * What is still reserved then goes back to the process, and is reported as a warning with the code MOVECHECK_LEAK.
 *
 * @returns what the callback returned
 * @throws what the callback threw; MovecheckError `ERR_MOVECHECK_UNSUPPORTED_PLATFORM` or `ERR_MOVECHECK_MISSING_KOFFI`
 *   where the backend can't run.
 *
 * @example
 * import { openSync } from "node:fs";
 * import { fd_install, fget, get_unused_fd_flags, O_CLOEXEC, with_current } from "movecheck/fd/linux";
 *
 * const code = with_current((current) => {
 *   using fd = get_unused_fd_flags(current, O_CLOEXEC);
 *   if (!fd.ok) return fd.code;
 *   using file = fget(current, openSync("/etc/hosts", "r"));
 *   if (!file.ok) return file.code;
 *   const number = fd.reserved_fd();
 *   fd_install(fd, file);
 *   return `installed as ${number}`;
 * });
 */
export function with_current<R>(callback: Once<<S>(current: CurrentTask<S>) => R>): R {
  // Here and not at the first reservation, so that the error is not mistaken for one of the callback's.
  libc();
  // The brand of the public type exists for the compiler alone: no value has the property.
  return runTask(processBackend, callback as unknown as (current: Current) => R, with_current);
}
