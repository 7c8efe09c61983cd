import { errnoOf } from "../errors/errno.js";
import { taskOf } from "../guard/current.js";
import { FileDescriptorReservation } from "../guard/file-descriptor-reservation.js";
import { Position } from "../../guard/position.js";
import { Reserved } from "../guard/reserved.js";
import type { GetUnusedFdFlags } from "../types/api/get-unused-fd-flags.js";

/** Reserves the lowest free number of the current task. */
export const get_unused_fd_flags: GetUnusedFdFlags = (current, flags) => {
  const task = taskOf("get_unused_fd_flags()", current);
  const fd = task.backend.get_unused_fd_flags(flags);
  if (fd < 0) return errnoOf(fd);
  const reserved = new Reserved(task, fd, Position.above(get_unused_fd_flags));
  // The brands of the public type exist for the compiler alone: no value has the properties.
  return new FileDescriptorReservation(reserved) as never;
};
