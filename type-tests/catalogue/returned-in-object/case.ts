import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  const slot = with_current((current) => ({ fd: get_unused_fd_flags(current, O_CLOEXEC) })); //~ tsc MC1001
  return slot.fd.ok ? slot.fd.reserved_fd() : 0;
}
