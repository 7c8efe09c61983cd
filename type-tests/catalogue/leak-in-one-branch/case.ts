import { get_unused_fd_flags, fd_install, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { coin } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC); //~ MC1001
  if (!fd.ok) return fd.errno;
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  if (!coin()) fd_install(fd, a);
  return 0;
}
