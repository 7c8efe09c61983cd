import { make, eat } from "../prelude.js";

export function run(): number {
  const token = make(1);
  eat(token);
  return 0;
}
