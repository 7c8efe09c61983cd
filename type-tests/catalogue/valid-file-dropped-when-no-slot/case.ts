import { get_unused_fd_flags, fd_install, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.code.length;
  fd_install(fd, a);
  return 0;
}
