import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Slot<S> {
  readonly fd: FileDescriptorReservation<S>;
  readonly name: string;
}

function close<S>(slot: Slot<S>): void {
  put_unused_fd(slot.fd);
}

export function run<S>(current: CurrentTask<S>): number {
  using made = get_unused_fd_flags(current, O_CLOEXEC);
  if (!made.ok) return made.errno;
  const slot: Slot<S> = { fd: made, name: "a" };
  const { fd } = slot;
  put_unused_fd(fd);
  close(slot); //~ MC0382
  return 0;
}
