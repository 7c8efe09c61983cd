import { libc } from "../libc/libc.js";

/** Closes descriptors that are this thread's own, by one call where their numbers follow each other. */
export function closeAll(fds: readonly number[]): void {
  const [first = -1] = fds;
  const inRow = fds.length > 1 && fds.every((fd, index) => fd === first + index);
  if (inRow && libc().close_range(first, first + fds.length - 1) === 0) return;
  // On Linux a number is free again whatever close(2) returns.
  for (const fd of fds) libc().close(fd);
}
