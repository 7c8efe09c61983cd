import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { post } from "../prelude.js";

function forward<T>(value: T): void {
  post(value); //~ MC0277
}

export function run<S>(current: CurrentTask<S>): number {
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  if (!fd.ok) return fd.errno;
  forward(fd);
  return 0;
}
