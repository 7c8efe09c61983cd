// After rust-lang/rust tests/ui/moves/issue-75904-move-closure-loop.rs: a closure made in a loop both borrows and consumes the same variable.
import { make, consume, touch } from "../prelude.js";

export function main(): void {
  const a = make();
  while (true) {
    const c = () => { //~ MC0382
      touch(a);
      consume(a);
    };
    c();
  }
}
