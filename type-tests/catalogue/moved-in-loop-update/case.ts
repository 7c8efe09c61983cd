import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { take } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  for (let i = 0; i < 2; i++, take(fd)) { //~ MC0382
    if (i > 2) break;
  }
  return 0;
}
