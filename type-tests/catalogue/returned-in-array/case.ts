import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  const fds = with_current((current) => [get_unused_fd_flags(current, O_CLOEXEC)]); //~ tsc MC1001
  return fds[0]?.ok ? fds[0].reserved_fd() : 0;
}
