import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { coin } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  if (coin()) {
    put_unused_fd(fd);
    if (!coin()) return 0;
  }
  put_unused_fd(fd); //~ MC0382
  return 0;
}
