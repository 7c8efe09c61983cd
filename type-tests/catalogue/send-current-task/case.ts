import type { CurrentTask } from "movecheck/fd";
import { post } from "../prelude.js";

export function run<S>(current: CurrentTask<S>): number {
  post(current); //~ MC0277
  return 0;
}
