import type { Ref } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Slot<S> {
  readonly fd: FileDescriptorReservation<S>;
  readonly name: string;
}

function describe<S>(slot: Ref<Slot<S>>): string {
  return `${slot.name}: ${slot.fd.reserved_fd()}`;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const slot: Slot<S> = { fd, name: "a" };
  try {
    return describe(slot).length;
  } finally {
    put_unused_fd(slot.fd);
  }
}
