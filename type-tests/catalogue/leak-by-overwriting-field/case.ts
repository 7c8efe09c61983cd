import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Slot<S> {
  fd: FileDescriptorReservation<S>;
}

export function run<S>(current: CurrentTask<S>): number {
  using a = get_unused_fd_flags(current, O_CLOEXEC);
  if (!a.ok) return a.errno;
  using b = get_unused_fd_flags(current, O_CLOEXEC);
  if (!b.ok) return b.errno;
  const slot: Slot<S> = { fd: a };
  slot.fd = b; //~ MC1001
  put_unused_fd(slot.fd);
  return 0;
}
