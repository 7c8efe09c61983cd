import { O_CLOEXEC, reserveBatch, type CurrentTask } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  const batch = reserveBatch(current, 2, O_CLOEXEC); //~ MC1001
  if (!batch.ok) return batch.errno;
  return batch.reserved_fds()[0];
}
