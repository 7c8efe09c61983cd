import { get_unused_fd_flags, fd_install, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { view } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  const seen = view(fd);
  fd_install(fd, a); //~ MC0505
  return seen.reserved_fd();
}
