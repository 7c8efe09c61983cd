import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using left = get_unused_fd_flags(current, O_CLOEXEC);
  if (!left.ok) return left.errno;
  using right = get_unused_fd_flags(current, O_CLOEXEC);
  if (!right.ok) return right.errno;
  const fds = [left, right];
  const copy = [...fds];
  for (const fd of copy) put_unused_fd(fd);
  for (const fd of fds) put_unused_fd(fd); //~ MC0382
  return 0;
}
