import { O_CLOEXEC, reserveBatch, dropBatch, type CurrentTask } from "movecheck/fd";
import { coin } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  while (coin()) {
    dropBatch(batch); //~ MC0382
  }
  return 0;
}
