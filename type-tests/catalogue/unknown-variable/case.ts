import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function isReservation<S>(value: unknown, current: CurrentTask<S>): value is FileDescriptorReservation<S> {
  return current !== undefined && typeof value === "object";
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const hidden: unknown = fd; //~ MC1003
  if (isReservation(hidden, current)) put_unused_fd(hidden);
  put_unused_fd(fd);
  return 0;
}
