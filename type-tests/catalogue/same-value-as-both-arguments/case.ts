import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function both<S>(left: FileDescriptorReservation<S>, right: FileDescriptorReservation<S>): void {
  put_unused_fd(left);
  put_unused_fd(right);
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  both(fd, fd); //~ MC0382
  return 0;
}
