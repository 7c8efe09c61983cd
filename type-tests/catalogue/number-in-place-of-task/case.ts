import { get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  using fd = get_unused_fd_flags(0, O_CLOEXEC); //~ tsc
  return fd.ok ? 1 : 0;
}
