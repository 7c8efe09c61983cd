import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { risky } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  let moved = false;
  try {
    put_unused_fd(fd);
    risky();
    moved = true;
  } catch {
    if (!moved) put_unused_fd(fd); //~ MC0382
  }
  return 0;
}
