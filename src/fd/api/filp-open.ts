import { functionArgument, optionsArgument, stringArgument } from "../errors/argument.js";
import { errnoOf } from "../errors/errno.js";
import { owningReference } from "../guard/aref.js";
import { Position } from "../../guard/position.js";
import { ENFILE } from "../errors/errno-number.js";
import { OpenFile } from "../table/open-file.js";
import type { FilpOpen } from "../types/api/filp-open.js";

/**
 * Opens a file in memory without giving it a number; the first reference is the caller's.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT for a path that is no string, or an operation that is no function.
 */
export const filp_open: FilpOpen = (path, options) => {
  stringArgument("filp_open", "path", path);
  optionsArgument("filp_open", "options", options);
  if (options !== undefined) {
    for (const [name, operation] of Object.entries(options)) {
      if (operation !== undefined) functionArgument("filp_open", name, operation);
    }
  }
  if (options?.alloc_file?.() === false) return errnoOf(-ENFILE);
  // The brands of the public type exist for the compiler alone: no value has the properties.
  return owningReference(new OpenFile(path, options), Position.above(filp_open)) as never;
};
