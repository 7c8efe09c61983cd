import { get_unused_fd_flags, fd_install, put_unused_fd, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using first = get_unused_fd_flags(current, O_CLOEXEC);
  if (!first.ok) return first.errno;
  using second = get_unused_fd_flags(current, O_CLOEXEC);
  if (!second.ok) return second.errno;
  fd_install(second, a);
  put_unused_fd(first);
  return 0;
}
