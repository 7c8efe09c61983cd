import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation, type Errno } from "movecheck/fd";

function reserve<S>(current: CurrentTask<S>): FileDescriptorReservation<S> | Errno {
  return get_unused_fd_flags(current, O_CLOEXEC);
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = reserve(current);
  if (!fd.ok) return fd.errno;
  put_unused_fd(fd);
  return 0;
}
