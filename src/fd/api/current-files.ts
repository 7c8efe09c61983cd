import { taskOf } from "../guard/current.js";
import { notATable } from "../messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import { DescriptorTable } from "../table/descriptor-table.js";
import type { CurrentFiles } from "../types/api/current-files.js";

/**
 * The in-memory table of the current task.
 *
 * @throws MovecheckError ERR_MOVECHECK_FOREIGN where the task works on another kind of table.
 */
export const current_files: CurrentFiles = (current) => {
  const { backend } = taskOf("current_files()", current);
  if (!DescriptorTable.is(backend))
    throw new MovecheckError("ERR_MOVECHECK_FOREIGN", notATable("current_files", backend));
  return backend;
};
