// After rust-lang/rust tests/ui/moves/move-3-unique.rs: a callee that consumes, called in a loop with a fresh value each time.
import { type Token, make } from "../prelude.js";

declare function test(foo: Token): number;

export function main(): void {
  const x = make();
  for (let i = 0; i < 10_000; i++) test(make());
  test(x);
}
