import type { Once } from "../../types/once.js";
import { optionsArgument } from "../errors/argument.js";
import type { CurrentTask } from "../guard/current.js";
import { runTask } from "../guard/run-task.js";
import { init_files } from "./init-files.js";
import { notATable, tableClosed } from "../messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import { DescriptorTable } from "../table/descriptor-table.js";
import type { WithCurrent } from "../types/api/with-current.js";

/**
 * Runs a callback as a new task, lends it `current`, and ends the task when the callback ends.
 *
 * What is still reserved then goes back to the table, and is reported as a warning with the code
 * MOVECHECK_LEAK. Calls nest; each is a task of its own.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT for a callback or options that are none,
 *   ERR_MOVECHECK_FOREIGN for a table that is none, ERR_MOVECHECK_TABLE_CLOSED for one whose task has exited.
 */
export const with_current: WithCurrent = (callback, options) => {
  optionsArgument("with_current", "options", options);
  const table = options?.table ?? init_files();
  if (!DescriptorTable.is(table)) throw new MovecheckError("ERR_MOVECHECK_FOREIGN", notATable("with_current", table));
  if (table.closed) throw new MovecheckError("ERR_MOVECHECK_TABLE_CLOSED", tableClosed("with_current"));
  // The brand of the public type exists for the compiler alone: no value has the property.
  return runTask(
    table,
    callback as unknown as Once<(current: CurrentTask) => ReturnType<typeof callback>>,
    with_current,
  );
};
