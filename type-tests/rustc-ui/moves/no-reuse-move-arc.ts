// After rust-lang/rust tests/ui/moves/no-reuse-move-arc.rs: the same, twice used: the second use is not reported again.
import { make, consume, touch, call_once } from "../prelude.js";

export function main(): void {
  const arc_v = make();
  call_once(() => { consume(arc_v); });
  touch(arc_v); //~ MC0382
  touch(arc_v);
}
