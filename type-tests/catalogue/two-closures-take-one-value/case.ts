import { get_unused_fd_flags, fd_install, put_unused_fd, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  const commit = () => { fd_install(fd, a); };
  commit();
  const cancel = () => { put_unused_fd(fd); }; //~ MC0382
  cancel();
  return 0;
}
