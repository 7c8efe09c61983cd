import { O_CLOEXEC, reserveBatch, dropBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  dropBatch(batch);
  return 0;
}
