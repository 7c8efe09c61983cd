import { filp_open, O_CLOEXEC, reserveBatch, installBatch, type CurrentTask, type File, type ARef } from "movecheck/fd";

function install<S>(current: CurrentTask<S>, files: ARef<File>[]): number {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  installBatch(batch, files); //~ tsc
  return 0;
}

export function run<S>(current: CurrentTask<S>): number {
  using a = filp_open("a");
  if (!a.ok) return a.errno;
  return install(current, [a]);
}
