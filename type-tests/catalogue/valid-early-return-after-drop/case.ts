import { get_unused_fd_flags, fd_install, put_unused_fd, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { coin } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  if (coin()) {
    put_unused_fd(fd);
    return 1;
  }
  fd_install(fd, a);
  return 0;
}
