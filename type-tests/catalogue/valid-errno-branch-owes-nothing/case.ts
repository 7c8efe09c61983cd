import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) {
    return fd.code === "EMFILE" ? 24 : fd.errno;
  }
  put_unused_fd(fd);
  return 0;
}
