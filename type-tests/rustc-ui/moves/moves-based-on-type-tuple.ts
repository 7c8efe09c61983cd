// After rust-lang/rust tests/ui/moves/moves-based-on-type-tuple.rs: one value twice in a tuple.
import { type Token } from "../prelude.js";

export function dup(x: Token): [Token, Token] {
  return [x, x]; //~ MC0382
}
