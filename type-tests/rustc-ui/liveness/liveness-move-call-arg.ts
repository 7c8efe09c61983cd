// After rust-lang/rust tests/ui/liveness/liveness-move-call-arg.rs: a call in a loop consumes what was made before it.
import { make, eat } from "../prelude.js";

export function main(): void {
  const x = make();
  while (true) {
    eat(x); //~ MC0382
  }
}
