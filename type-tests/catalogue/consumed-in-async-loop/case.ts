import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { coin, tick } from "../prelude.js";

export async function run<S>(current: CurrentTask<S>): Promise<number> {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  while (coin()) {
    await tick();
    put_unused_fd(fd); //~ MC0382
  }
  return 0;
}
