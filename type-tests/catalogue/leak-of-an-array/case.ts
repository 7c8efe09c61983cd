import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  if (!a.ok) return a.errno;
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  if (!b.ok) return b.errno;
  const fds = [a, b]; //~ MC1001
  return fds.length;
}
