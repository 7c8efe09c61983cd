import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { take, index } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC); //~ MC1001
  if (!fd.ok) return fd.errno;
  switch (index()) {
    case 1:
      put_unused_fd(fd);
      break;
    case 2:
      take(fd);
      break;
  }
  return 0;
}
