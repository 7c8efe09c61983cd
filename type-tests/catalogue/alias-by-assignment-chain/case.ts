import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  let first: FileDescriptorReservation<S>;
  let second: FileDescriptorReservation<S>;
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  first = second = fd;
  put_unused_fd(first);
  put_unused_fd(second); //~ MC0382
  return 0;
}
