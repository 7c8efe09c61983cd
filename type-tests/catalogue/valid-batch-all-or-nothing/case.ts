import { get_unused_fd_flags, O_CLOEXEC, reserveBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (batch.ok) return 1;
  using fd = get_unused_fd_flags(current, O_CLOEXEC);
  return fd.ok && batch.code === "EMFILE" ? 0 : 2;
}
