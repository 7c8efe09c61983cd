import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function close<S>(fds: FileDescriptorReservation<S>[]): void {
  let fd = fds.pop();
  while (fd !== undefined) {
    put_unused_fd(fd);
    fd = fds.pop();
  }
  for (const rest of fds) put_unused_fd(rest);
}

export function run<S>(current: CurrentTask<S>): number {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  if (!a.ok) return a.errno;
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  if (!b.ok) return b.errno;
  close([a, b]);
  return 0;
}
