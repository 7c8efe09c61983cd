import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { coin } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC); //~ MC1001
  if (!fd.ok) return fd.errno;
  if (coin()) return 1;
  put_unused_fd(fd);
  return 0;
}
