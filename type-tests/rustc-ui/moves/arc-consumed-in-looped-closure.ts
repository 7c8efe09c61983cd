// After rust-lang/rust tests/ui/moves/arc-consumed-in-looped-closure.rs: a closure in a loop consumes what was made before the loop.
import { make, consume, call_once } from "../prelude.js";

export function main(): void {
  const results = make();
  for (let i = 0; i < 20; i++) {
    call_once(() => { //~ MC0382
      consume(results);
    });
  }
}
