import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { coin } from "../prelude.js";

function spend<S>(fd: FileDescriptorReservation<S>): boolean {
  put_unused_fd(fd);
  return true;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  while (spend(fd)) { //~ MC0382
    if (!coin()) break;
  }
  return 0;
}
