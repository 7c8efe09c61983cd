import { get_unused_fd_flags, fd_install, filp_open, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { tick } from "../prelude.js";

export async function run<S>(current: CurrentTask<S>): Promise<number> {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  await tick();
  fd_install(fd, a);
  return 0;
}
