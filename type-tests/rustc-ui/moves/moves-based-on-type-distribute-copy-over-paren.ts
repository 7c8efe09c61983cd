// After rust-lang/rust tests/ui/moves/moves-based-on-type-distribute-copy-over-paren.rs: a field of a literal moves, with and without parentheses.
import { make, touch } from "../prelude.js";

export function f00(): void {
  const x = make();
  const _y = { f: x };
  touch(x); //~ MC0382
}

export function f05(): void {
  const x = make();
  const _y = { f: (((x))) };
  touch(x); //~ MC0382
}
