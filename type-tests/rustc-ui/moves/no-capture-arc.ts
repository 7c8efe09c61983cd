// After rust-lang/rust tests/ui/moves/no-capture-arc.rs: a value used after a closure that runs elsewhere took it.
import { make, consume, touch } from "../prelude.js";

export function main(): void {
  const arc_v = make();
  queueMicrotask(() => { consume(arc_v); });
  touch(arc_v); //~ MC0382
}
