// After rust-lang/rust tests/ui/moves/move-out-of-array-1.rs: moving out of an array by a computed index.
import { type Token } from "../prelude.js";

export function foo(a: Token[], i: number): Token | undefined {
  return a[i]; //~ MC0508
}
