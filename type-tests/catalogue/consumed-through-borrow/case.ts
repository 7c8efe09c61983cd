import type { Ref } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function close<S>(fd: Ref<FileDescriptorReservation<S>>): void {
  put_unused_fd(fd); //~ MC0507
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  close(fd);
  return fd.reserved_fd();
}
