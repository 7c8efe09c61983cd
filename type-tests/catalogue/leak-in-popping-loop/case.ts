import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  if (!a.ok) return a.errno;
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  if (!b.ok) return b.errno;
  const fds = [a, b];
  for (;;) {
    const fd = fds.pop(); //~ MC1001
    if (fd === undefined) break;
    if (fds.length === 1) put_unused_fd(fd);
  }
  for (const fd of fds) put_unused_fd(fd);
  return 0;
}
