import { get_unused_fd_flags, fd_install, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using first = get_unused_fd_flags(current, O_CLOEXEC);
  if (!first.ok) return first.errno;
  using second = get_unused_fd_flags(current, O_CLOEXEC);
  if (!second.ok) return second.errno;
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  fd_install(first, a);
  fd_install(second, a); //~ MC0382
  return 0;
}
