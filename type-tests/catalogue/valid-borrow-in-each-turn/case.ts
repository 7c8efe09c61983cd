import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { peek } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  let sum = 0;
  for (let i = 0; i < 3; i++) sum += peek(fd) + fd.reserved_fd();
  put_unused_fd(fd);
  return sum;
}
