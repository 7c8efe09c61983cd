import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

function discard<T extends Disposable>(value: T): void {
  value[Symbol.dispose]();
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  discard(fd);
  return fd.reserved_fd(); //~ MC0382
}
