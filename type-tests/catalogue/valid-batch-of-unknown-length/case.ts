import { filp_open, O_CLOEXEC, reserveBatch, installBatch, type CurrentTask, type File, type ARef } from "movecheck/fd";

function install<S>(current: CurrentTask<S>, count: number, open: () => ARef<File>[]): number {
  using batch = reserveBatch(current, count, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  const files = open();
  installBatch(batch, files);
  return 0;
}

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  return install(current, 2, () => [a.clone(), a.clone()]);
}
