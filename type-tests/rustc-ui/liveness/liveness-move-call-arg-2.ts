// After rust-lang/rust tests/ui/liveness/liveness-move-call-arg-2.rs: the same, inside a closure.
import { make, eat } from "../prelude.js";

export function main(): void {
  const _ = () => {
    const x = make();
    while (true) {
      eat(x); //~ MC0382
    }
  };
}
