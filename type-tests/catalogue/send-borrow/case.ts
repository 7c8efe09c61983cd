import type { Ref } from "movecheck";
import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { post } from "../prelude.js";

function send<S>(fd: Ref<FileDescriptorReservation<S>>): void {
  post(fd); //~ MC0277
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  send(fd);
  return 0;
}
