import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { often } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  often(() => { put_unused_fd(fd); }); //~ MC0525
  return 0;
}
