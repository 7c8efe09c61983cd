import { taskOf } from "../guard/current.js";
import { cannotUnshare, heldAcrossUnshare } from "../messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";
import type { UnshareFiles } from "../types/api/unshare-files.js";

/** Gives the current task a private copy of its table; refused while it holds a reservation. */
export const unshare_files: UnshareFiles = (current) => {
  const task = taskOf("unshare_files()", current);
  for (const reserved of task.reserved) {
    const made = reserved.made?.toString();
    throw new MovecheckError("ERR_MOVECHECK_UNSHARE", heldAcrossUnshare(reserved.name, made), { made });
  }
  const { backend } = task;
  if (backend.unshare === undefined) throw new MovecheckError("ERR_MOVECHECK_UNSHARE", cannotUnshare());
  const copy = backend.unshare();
  if (typeof copy === "number") return copy;
  task.adopt(copy);
  return 0;
};
