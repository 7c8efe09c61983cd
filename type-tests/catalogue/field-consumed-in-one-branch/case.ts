import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { coin } from "../prelude.js";

interface Slot<S> {
  readonly fd: FileDescriptorReservation<S>;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const heads = coin();
  const slot: Slot<S> = { fd };
  if (heads) {
    put_unused_fd(slot.fd);
  }
  put_unused_fd(slot.fd); //~ MC0382
  return 0;
}
