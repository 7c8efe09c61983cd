// After rust-lang/rust tests/ui/borrowck/borrowck-move-moved-value-into-closure.rs: two closures take the same value.
import { make, consume, call_once } from "../prelude.js";

export function main(): void {
  const t = make();
  call_once(() => { consume(t); });
  call_once(() => { consume(t); }); //~ MC0382
}
