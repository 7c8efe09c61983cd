import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const fds = [fd];
  const found = fds.at(0);
  if (found !== undefined) put_unused_fd(found); //~ MC0507
  for (const each of fds) put_unused_fd(each);
  return 0;
}
