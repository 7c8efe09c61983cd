import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation, type Errno } from "movecheck/fd";

function reserve<S>(current: CurrentTask<S>): FileDescriptorReservation<S> | Errno {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd;
  try {
    return fd;
  } finally {
    put_unused_fd(fd); //~ MC0382
  }
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = reserve(current);
  if (!fd.ok) return fd.errno;
  return fd.reserved_fd();
}
