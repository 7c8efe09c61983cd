import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using left = get_unused_fd_flags(current, O_CLOEXEC);
  if (!left.ok) return left.errno;
  using right = get_unused_fd_flags(current, O_CLOEXEC);
  if (!right.ok) return right.errno;
  const pair: [FileDescriptorReservation<S>, FileDescriptorReservation<S>] = [left, right];
  const [first] = pair;
  put_unused_fd(first);
  put_unused_fd(pair[1]);
  put_unused_fd(pair[0]); //~ MC0382
  return 0;
}
