import { make, eat } from "../prelude.js";

export function run(): number {
  using token = make(1);
  queueMicrotask(() => { eat(token); });
  return 0;
}
