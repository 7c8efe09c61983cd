import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { take } from "../prelude.js";

function number_of(moved: void, fd: number): number {
  return moved === undefined ? fd : 0;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return number_of(take(fd), fd.reserved_fd()); //~ MC0382
}
