// After rust-lang/rust tests/ui/moves/move-into-dead-array-2.rs: an element assigned to an array that was moved.
import { type Token, make, eat_all } from "../prelude.js";

export function foo(a: Token[], i: number): void {
  eat_all(a);
  a[i] = make(); //~ MC0382
}
