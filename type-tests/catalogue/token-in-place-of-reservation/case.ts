import { put_unused_fd } from "movecheck/fd";
import { make } from "../prelude.js";

export function run(): number {
  using token = make(1);
  put_unused_fd(token); //~ tsc
  return 0;
}
