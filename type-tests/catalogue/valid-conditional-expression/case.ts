import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { coin } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return coin() ? resolve(fd, 1) : resolve(fd, 2);
}

function resolve<S>(fd: FileDescriptorReservation<S>, result: number): number {
  put_unused_fd(fd);
  return result;
}
