// After rust-lang/rust tests/ui/moves/moves-based-on-type-access-to-field.rs: an element read after the array was moved.
import { type Token, make, eat_all, touch } from "../prelude.js";

export function f20(): void {
  const x: Token[] = [make()];
  eat_all(x);
  touch(x[0]!); //~ MC0382
}
