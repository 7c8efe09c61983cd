import { make, eat } from "../prelude.js";

export function run(): number {
  using token = make(1);
  eat(token);
  eat(token); //~ MC0382
  return 0;
}
