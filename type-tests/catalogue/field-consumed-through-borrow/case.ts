import type { Ref } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Slot<S> {
  readonly fd: FileDescriptorReservation<S>;
}

function close<S>(slot: Ref<Slot<S>>): void {
  put_unused_fd(slot.fd); //~ MC0507
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const slot: Slot<S> = { fd };
  try {
    close(slot);
  } finally {
    put_unused_fd(slot.fd);
  }
  return 0;
}
