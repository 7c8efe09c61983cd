import { get_unused_fd_flags, fd_install, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using b = filp_open("b");
  if (!b.ok) return b.errno;
  fd_install(fd, a);
  fd_install(fd, b); //~ MC0382
  return 0;
}
