import type { DescriptorTable } from "../../table/descriptor-table.js";
import type { CurrentTask } from "../current-task.js";

/**
 * The descriptor table of the current task, for the system calls that take plain numbers.
 *
 * Source: the kernel's `current->files`.
 *
 * @example
 * import { current_files, with_current } from "movecheck/fd";
 *
 * const error = with_current((current) => current_files(current).close(7)); // -9
 */
export type CurrentFiles = <S>(current: CurrentTask<S>) => DescriptorTable;
