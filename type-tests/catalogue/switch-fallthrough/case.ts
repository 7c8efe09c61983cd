import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { index } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  switch (index()) {
    case 0:
      put_unused_fd(fd);
    // falls through
    case 1:
      put_unused_fd(fd); //~ MC0382
      break;
    default:
  }
  return 0;
}
