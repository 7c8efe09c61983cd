import { with_current, get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

function probe<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const number = fd.reserved_fd();
  put_unused_fd(fd);
  return number;
}

export function run(): number {
  return with_current((current) => probe(current)) + with_current((current) => probe(current));
}
