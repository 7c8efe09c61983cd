import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { index } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC); //~ MC1001
  if (!fd.ok) return fd.errno;
  while (index() > 0) {
    put_unused_fd(fd);
    break;
  }
  return 0;
}
