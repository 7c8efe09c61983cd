import { O_CLOEXEC, reserveBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  return batch.reserved_fds()[2]; //~ tsc
}
