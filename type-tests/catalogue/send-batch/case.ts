import { O_CLOEXEC, reserveBatch, type CurrentTask } from "movecheck/fd";
import { post } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  using batch = reserveBatch(current, 2, O_CLOEXEC);
  if (!batch.ok) return batch.errno;
  post(batch); //~ MC0277
  return 0;
}
