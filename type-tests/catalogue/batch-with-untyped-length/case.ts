import { filp_open, installBatch, O_CLOEXEC, reserveBatch, type ARef, type CurrentTask, type File } from "movecheck/fd";

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  const files: ARef<File>[] = [a];
  installBatch(batch, files); //~ tsc
  return 0;
}
