import { get_unused_fd_flags, O_CLOEXEC, type CurrentTask } from "movecheck/fd";

export function run(): number {
  const current: CurrentTask<number> = {}; //~ tsc
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  return fd.ok ? 1 : 0;
}
