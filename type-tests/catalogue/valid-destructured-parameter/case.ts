import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Slot<S> {
  readonly fd: FileDescriptorReservation<S>;
  readonly name: string;
}

function close<S>({ fd, name }: Slot<S>): number {
  put_unused_fd(fd);
  return name.length;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return close({ fd, name: "a" });
}
