import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { coin } from "../prelude.js";

function close<S>(fd: FileDescriptorReservation<S>): void {
  using held = fd;
  if (coin()) put_unused_fd(held);
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  close(fd);
  return 0;
}
