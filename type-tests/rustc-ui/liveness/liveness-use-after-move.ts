// After rust-lang/rust tests/ui/liveness/liveness-use-after-move.rs: a read through a moved variable.
import { make, eat, touch } from "../prelude.js";

export function main(): void {
  const x = make();
  const y = x;
  touch(x); //~ MC0382
  eat(y);
}
