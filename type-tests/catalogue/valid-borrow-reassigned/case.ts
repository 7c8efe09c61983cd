import { get_unused_fd_flags, put_unused_fd, O_CLOEXEC, type CurrentTask } from "movecheck/fd";
import { view } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using first = get_unused_fd_flags(current, O_CLOEXEC);
  if (!first.ok) return first.errno;
  using second = get_unused_fd_flags(current, O_CLOEXEC);
  if (!second.ok) return second.errno;
  let seen = view(first);
  const sum = seen.reserved_fd();
  seen = view(second);
  put_unused_fd(first);
  return sum + seen.reserved_fd();
}
