import { get_unused_fd_flags, filp_open, O_CLOEXEC, installBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  installBatch(fd, [a]); //~ tsc
  return 0;
}
