import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function close<S>(fd: FileDescriptorReservation<S> | undefined): number {
  using held = fd;
  const number = held?.reserved_fd() ?? -1;
  if (held) put_unused_fd(held);
  return number;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return close(fd) + close(undefined);
}
