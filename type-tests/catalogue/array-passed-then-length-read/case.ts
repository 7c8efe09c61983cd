import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function close<S>(fds: FileDescriptorReservation<S>[]): void {
  for (const fd of fds) put_unused_fd(fd);
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const fds = [fd];
  close(fds);
  return fds.length; //~ MC0382
}
