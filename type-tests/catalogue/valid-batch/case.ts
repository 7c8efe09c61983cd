import { filp_open, O_CLOEXEC, reserveBatch, installBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using b = filp_open("b");
  if (!b.ok) return b.errno;
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  const [first, second] = batch.reserved_fds();
  installBatch(batch, [a, b]);
  return second - first;
}
