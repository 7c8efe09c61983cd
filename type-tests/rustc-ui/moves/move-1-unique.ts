// After rust-lang/rust tests/ui/moves/move-1-unique.rs: a variable that one branch fills with a moved value.
import { type Token, make, eat } from "../prelude.js";

export function test(x: boolean, foo: Token): number {
  const bar = foo;
  let y: Token;
  if (x) {
    y = bar;
  } else {
    eat(bar);
    y = make();
  }
  const { id } = y;
  eat(y);
  return id;
}
