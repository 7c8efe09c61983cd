import { with_current, get_unused_fd_flags, O_CLOEXEC } from "movecheck/fd";

export function run(): number {
  const commit = with_current((current) => { //~ tsc
    const fd = get_unused_fd_flags(current, O_CLOEXEC);
    return () => fd;
  });
  const fd = commit();
  return fd.ok ? fd.reserved_fd() : 0;
}
