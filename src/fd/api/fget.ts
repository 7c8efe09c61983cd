import { errnoOf } from "../errors/errno.js";
import { ARef } from "../guard/aref.js";
import { CurrentTask } from "../guard/current.js";
import { Position } from "../guard/position.js";
import { EBADF } from "../errors/errno-number.js";
import type { Fget } from "../types/api/fget.js";

/** Takes a reference to the file that a number of the current task names, or returns EBADF. */
export const fget: Fget = (current, fd) => {
  const file = CurrentTask.task("fget()", current).backend.fget(fd);
  // The brands of the public type exist for the compiler alone: no value has the properties.
  return file === null ? errnoOf(-EBADF) : (ARef.owning(file, Position.above(fget)) as never);
};
