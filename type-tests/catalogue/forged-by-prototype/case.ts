import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const twin = Object.assign(Object.create(Object.getPrototypeOf(fd)), { fd: fd.reserved_fd() }) as FileDescriptorReservation<S>; //~ MC1003
  put_unused_fd(twin);
  return fd.reserved_fd();
}
