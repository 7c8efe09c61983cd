import { EINVAL, EMFILE } from "../errors/errno-number.js";
import { F_DUPFD_CLOEXEC } from "./libc/constants.js";
import { libc } from "./libc/libc.js";

/**
 * Where the numbers that stand for a reference start. A reference needs a number of its own in user space; from here
 * up it does not change which number a program gets next.
 */
const lowest = 512;

/**
 * Duplicates `fd` to a close-on-exec number out of the way, or to the lowest free one where the limit leaves no room
 * there.
 *
 * @returns the number, or a negative errno.
 */
export function duplicateAway(fd: number): number {
  const away = libc().fcntl(fd, F_DUPFD_CLOEXEC, lowest);
  // EINVAL: the limit is below; EMFILE: nothing is free up there.
  return away === -EINVAL || away === -EMFILE ? libc().fcntl(fd, F_DUPFD_CLOEXEC, 0) : away;
}

/** Moves `fd` out of the way, or leaves it where it is if there is no room. */
export function moveAway(fd: number): number {
  if (fd >= lowest) return fd;
  const away = libc().fcntl(fd, F_DUPFD_CLOEXEC, lowest);
  if (away < 0) return fd;
  libc().close(fd);
  return away;
}
