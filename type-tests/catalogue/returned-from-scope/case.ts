import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  const fd = with_current((current) => get_unused_fd_flags(current, O_CLOEXEC)); //~ tsc MC1001
  return fd.ok ? fd.reserved_fd() : 0;
}
