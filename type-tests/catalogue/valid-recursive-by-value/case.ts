import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function descend<S>(fd: FileDescriptorReservation<S>, depth: number): void {
  if (depth === 0) {
    put_unused_fd(fd);
    return;
  }
  descend(fd, depth - 1);
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  descend(fd, 3);
  return 0;
}
