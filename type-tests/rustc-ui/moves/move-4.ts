// After rust-lang/rust tests/ui/moves/move-4.rs: a value handed through four variables.
import { type Token } from "../prelude.js";

export function test(foo: Token): Token {
  const bar = foo;
  const baz = bar;
  const quux = baz;
  return quux;
}
