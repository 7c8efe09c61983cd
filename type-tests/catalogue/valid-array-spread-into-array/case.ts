import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  if (!a.ok) return a.errno;
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  if (!b.ok) return b.errno;
  const some = [a];
  const all = [...some, b];
  for (const fd of all) put_unused_fd(fd);
  return 0;
}
