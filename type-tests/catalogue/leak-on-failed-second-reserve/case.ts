import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  const first = get_unused_fd_flags(current, O_CLOEXEC); //~ MC1001
  if (!first.ok) return first.errno;
  const second = get_unused_fd_flags(current, O_CLOEXEC);
  if (!second.ok) return second.errno;
  put_unused_fd(first);
  put_unused_fd(second);
  return 0;
}
