import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { coin } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  let fd: FileDescriptorReservation<S> | null = null;
  if (coin()) {
    const reserved = get_unused_fd_flags(current, O_CLOEXEC);
    if (!reserved.ok) return reserved.errno;
    fd = reserved;
  }
  if (fd !== null) put_unused_fd(fd);
  return 0;
}
