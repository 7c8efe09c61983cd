import type { Ref } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";
import { view, coin } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using first = get_unused_fd_flags(current, O_CLOEXEC);
  if (!first.ok) return first.errno;
  let seen: Ref<FileDescriptorReservation<S>> = first;
  let sum = 0;
  while (coin()) {
    using fd = get_unused_fd_flags(current, O_CLOEXEC);
    if (!fd.ok) return fd.errno;
    sum += seen.reserved_fd();
    seen = view(fd);
    put_unused_fd(fd); //~ MC0505
  }
  return sum;
}
