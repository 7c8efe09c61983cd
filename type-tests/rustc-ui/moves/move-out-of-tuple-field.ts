// After rust-lang/rust tests/ui/moves/move-out-of-tuple-field.rs: the same element of a tuple moved twice.
import { type Token, make, eat } from "../prelude.js";

export function main(): void {
  const x: [Token] = [make()];
  const y = x[0];
  const z = x[0]; //~ MC0382
  eat(y);
  eat(z);
}
