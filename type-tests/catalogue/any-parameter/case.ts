import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { untyped } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const copy = untyped(fd); //~ MC1003
  put_unused_fd(fd);
  put_unused_fd(copy);
  return 0;
}
