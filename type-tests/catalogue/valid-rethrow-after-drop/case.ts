import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { peek } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  const fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  try {
    peek(fd);
  } catch (error) {
    put_unused_fd(fd);
    throw error;
  }
  put_unused_fd(fd);
  return 0;
}
