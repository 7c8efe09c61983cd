import { get_unused_fd_flags, fd_install, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  fd_install(fd, { ok: true, target: { path: "a" } }); //~ tsc
  return 0;
}
