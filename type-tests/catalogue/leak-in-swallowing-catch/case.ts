import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { risky } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC); //~ MC1004
  if (!fd.ok) return fd.errno;
  try {
    risky();
    put_unused_fd(fd);
  } catch {
    return 1;
  }
  return 0;
}
