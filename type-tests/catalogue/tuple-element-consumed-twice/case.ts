import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const pair: [FileDescriptorReservation<S>, number] = [fd, 1];
  put_unused_fd(pair[0]);
  put_unused_fd(pair[0]); //~ MC0382
  return 0;
}
