// After rust-lang/rust tests/ui/moves/moves-based-on-type-capture-clause.rs: a closure that takes a value, and nothing after it.
import { make, consume, call_once } from "../prelude.js";

export function main(): void {
  const x = make();
  call_once(() => { consume(x); });
}
