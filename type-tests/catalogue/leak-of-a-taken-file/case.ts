import { get_unused_fd_flags, fd_install, fget, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  const number = fd.reserved_fd();
  fd_install(fd, a);
  const file = fget(current, number); //~ MC1001
  if (!file.ok) return file.errno;
  return file.target.path.length;
}
