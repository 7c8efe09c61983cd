import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Pair<S> {
  readonly left: FileDescriptorReservation<S>;
  readonly right: FileDescriptorReservation<S>;
}

export function run<S>(current: CurrentTask<S>): number {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  if (!a.ok) return a.errno;
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  if (!b.ok) return b.errno;
  const pair: Pair<S> = { left: a, right: b };
  const { left, right } = pair;
  put_unused_fd(left);
  put_unused_fd(right);
  return 0;
}
