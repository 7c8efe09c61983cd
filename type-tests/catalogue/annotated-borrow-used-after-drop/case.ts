import type { Ref } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const seen: Ref<FileDescriptorReservation<S>> = fd;
  put_unused_fd(fd); //~ MC0505
  return seen.reserved_fd();
}
