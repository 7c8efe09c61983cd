import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { peek, index } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  switch (index()) {
    case 7:
      return 0;
    default:
      put_unused_fd(fd);
    // falls through
    case 8:
      peek(fd); //~ MC0382
  }
  return 0;
}
