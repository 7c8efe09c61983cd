// After rust-lang/rust tests/ui/moves/match-move-same-binding-15571.rs: a value taken out of an optional variable and put back.
import { type Token, maybe, eat } from "../prelude.js";

export function match_on_local(): void {
  let foo = maybe();
  if (foo !== null) {
    const x = foo;
    foo = x;
  }
  if (foo !== null) eat(foo);
}

export function match_on_arg(foo: Token | null): void {
  if (foo !== null) {
    const x = foo;
    foo = x;
  }
  if (foo !== null) eat(foo);
}
