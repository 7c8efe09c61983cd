import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Slot<S> {
  readonly fd: FileDescriptorReservation<S>;
}

export function run<S>(current: CurrentTask<S>): number {
  using made = get_unused_fd_flags(current, O_CLOEXEC);
  if (!made.ok) return made.errno;
  const slot: Slot<S> = { fd: made };
  using fd = slot.fd;
  put_unused_fd(slot.fd); //~ MC0382
  return fd.reserved_fd();
}
