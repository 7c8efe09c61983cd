import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { peek, index } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  switch (index()) {
    case 0:
      put_unused_fd(fd);
      return 0;
    case 1:
      peek(fd);
      break;
    default:
      break;
  }
  put_unused_fd(fd);
  return 0;
}
