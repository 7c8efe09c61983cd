import { libc } from "../../../../src/fd/linux/libc/libc.js";
import { openDescriptors } from "./open-descriptors.js";

/**
 * Runs `use` under a limit that leaves exactly `free` numbers to allocate.
 *
 * `use` must be done before it returns: the whole process has the limit.
 */
export function leaveRoom<R>(free: number, use: () => R): R {
  const open = openDescriptors();
  const before = libc().get_nofile_limit();
  let limit = 0;
  for (let left = free; left > 0 || open.has(limit); limit++) if (!open.has(limit)) left--;
  libc().set_nofile_limit(limit);
  try {
    return use();
  } finally {
    libc().set_nofile_limit(before);
  }
}
