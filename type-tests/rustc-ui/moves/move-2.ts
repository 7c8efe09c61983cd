// After rust-lang/rust tests/ui/moves/move-2.rs: a value moved to another variable is used there.
import { make, eat, touch } from "../prelude.js";

export function main(): void {
  const x = make();
  const y = x;
  touch(y);
  eat(y);
}
