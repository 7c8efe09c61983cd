import { filp_open, O_CLOEXEC, reserveBatch, installBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  installBatch(batch, [a]); //~ tsc
  return 0;
}
