// After rust-lang/rust tests/ui/moves/moves-based-on-type-capture-clause-bad.rs: a value used after a closure took it.
import { make, consume, touch, call_once } from "../prelude.js";

export function main(): void {
  const x = make();
  call_once(() => { consume(x); });
  touch(x); //~ MC0382
}
