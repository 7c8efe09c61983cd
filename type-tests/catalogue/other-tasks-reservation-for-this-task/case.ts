import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

function replace<S>(current: CurrentTask<S>, old: FileDescriptorReservation<S>): number {
  put_unused_fd(old);
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  return fd.reserved_fd();
}

export function run(): number {
  return with_current((outer) => {
    using fd = get_unused_fd_flags(outer, O_CLOEXEC);
    if (!fd.ok) return fd.errno;
    const held = fd;
    return with_current((inner) => replace(inner, held)); //~ tsc
  });
}
