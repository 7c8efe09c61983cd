import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { pass } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  using again = pass(fd);
  return fd.reserved_fd() - again.reserved_fd(); //~ MC0382
}
