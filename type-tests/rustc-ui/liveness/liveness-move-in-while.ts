// After rust-lang/rust tests/ui/liveness/liveness-move-in-while.rs: a move in the innermost of three loops, and a use before them in the outermost.
import { type Token, make, touch, cond } from "../prelude.js";

export function main(): void {
  const y = make();
  let x: Token;
  while (true) {
    touch(y); //~ MC0382
    while (cond()) {
      while (cond()) {
        while (cond()) {
          x = y;
          x.use_ref();
        }
      }
    }
  }
}
