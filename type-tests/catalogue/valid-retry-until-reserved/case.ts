import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function reserve<S>(current: CurrentTask<S>): FileDescriptorReservation<S> {
  for (;;) {
    const fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (fd.ok) return fd;
  }
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = reserve(current);
  return fd.reserved_fd();
}
