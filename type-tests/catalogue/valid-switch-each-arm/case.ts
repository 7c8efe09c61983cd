import { get_unused_fd_flags, fd_install, put_unused_fd, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { take, index } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  switch (index()) {
    case 0:
      fd_install(fd, a);
      break;
    case 1:
      take(fd);
      break;
    default:
      put_unused_fd(fd);
  }
  return 0;
}
