import { filp_open, O_CLOEXEC, reserveBatch, installBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using batch = reserveBatch(current, 1, O_CLOEXEC);
  installBatch(batch, [a]); //~ tsc
  return 0;
}
