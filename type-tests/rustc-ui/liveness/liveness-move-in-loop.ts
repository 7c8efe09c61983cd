// After rust-lang/rust tests/ui/liveness/liveness-move-in-loop.rs: a move in the innermost of three endless loops.
import { type Token, make, touch } from "../prelude.js";

export function main(): void {
  const y = make();
  let x: Token;
  while (true) {
    touch(y);
    while (true) {
      while (true) {
        while (true) {
          x = y; //~ MC0382
          x.use_ref();
        }
      }
    }
  }
}
