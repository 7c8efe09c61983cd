import { O_CLOEXEC, reserveBatch, installBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  installBatch(batch, []); //~ tsc
  return 0;
}
