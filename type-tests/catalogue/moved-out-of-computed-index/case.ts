import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { index } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using left = get_unused_fd_flags(current, O_CLOEXEC);
  if (!left.ok) return left.errno;
  using right = get_unused_fd_flags(current, O_CLOEXEC);
  if (!right.ok) return right.errno;
  const at = index() === 0 ? 0 : 1;
  const fds: [FileDescriptorReservation<S>, FileDescriptorReservation<S>] = [left, right];
  put_unused_fd(fds[at]); //~ MC0508
  for (const fd of fds) put_unused_fd(fd);
  return 0;
}
