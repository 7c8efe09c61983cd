import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  const slots = new Set([fd]);
  put_unused_fd(fd); //~ MC0382
  for (const each of slots) put_unused_fd(each);
  return 0;
}
