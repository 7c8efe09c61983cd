import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Slot<S> {
  readonly fd: FileDescriptorReservation<S>;
}
interface Message<S> {
  readonly slot: Slot<S>;
  readonly text: string;
}

function close<S>(message: Message<S>): void {
  put_unused_fd(message.slot.fd);
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const message: Message<S> = { slot: { fd }, text: "a" };
  put_unused_fd(message.slot.fd);
  close(message); //~ MC0382
  return 0;
}
