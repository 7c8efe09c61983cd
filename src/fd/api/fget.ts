import { errnoOf } from "../errors/errno.js";
import { owningReference } from "../guard/aref.js";
import { taskOf } from "../guard/current.js";
import { Position } from "../../guard/position.js";
import { EBADF } from "../errors/errno-number.js";
import type { Fget } from "../types/api/fget.js";

/** Takes a reference to the file that a number of the current task names, or returns EBADF. */
export const fget: Fget = (current, fd) => {
  const file = taskOf("fget()", current).backend.fget(fd);
  // The brands of the public type exist for the compiler alone: no value has the properties.
  return file === null ? errnoOf(-EBADF) : (owningReference(file, Position.above(fget)) as never);
};
