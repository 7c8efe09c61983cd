import type { Linear } from "movecheck";
import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask, type FileDescriptorReservation } from "movecheck/fd";

interface Guard<S> extends Linear, Disposable {
  readonly fd: FileDescriptorReservation<S>;
}

function guard<S>(fd: FileDescriptorReservation<S>): Guard<S> {
  return { fd, [Symbol.dispose]() {} } as unknown as Guard<S>;
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using guarded = guard(fd);
  put_unused_fd(guarded.fd); //~ MC0509
  return 0;
}
