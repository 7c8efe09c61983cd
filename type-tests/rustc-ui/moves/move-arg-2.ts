// After rust-lang/rust tests/ui/moves/move-arg-2.rs: a local and a temporary passed by value.
import { make, eat_all } from "../prelude.js";

export function main(): void {
  const x = [make()];
  eat_all(x);
  eat_all([make()]);
}
