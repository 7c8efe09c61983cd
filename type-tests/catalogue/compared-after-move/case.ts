import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using left = get_unused_fd_flags(current, O_CLOEXEC);
  if (!left.ok) return left.errno;
  using right = get_unused_fd_flags(current, O_CLOEXEC);
  if (!right.ok) return right.errno;
  put_unused_fd(left);
  if (left === right) return 1; //~ MC0382
  return 0;
}
