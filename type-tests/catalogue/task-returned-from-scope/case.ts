import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  const current = with_current((task) => task); //~ tsc
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  return fd.ok ? 1 : 0;
}
