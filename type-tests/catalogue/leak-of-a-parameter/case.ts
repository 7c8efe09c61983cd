import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function forget<S>(fd: FileDescriptorReservation<S>): number { //~ MC1001
  return fd.reserved_fd();
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return forget(fd);
}
