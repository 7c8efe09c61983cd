import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  return get_unused_fd_flags(current, O_CLOEXEC); //~ tsc MC1001
}
