// After rust-lang/rust tests/ui/moves/nested-loop-moved-value-wrong-continue.rs: an inner loop moves the outer loop's value and goes on with itself.
import { type Token } from "../prelude.js";

export function main(foos: Token[], bars: readonly string[]): Token[] {
  const baz: Token[] = [];
  for (const foo of foos) {
    for (const bar of bars) {
      if (bar === "") {
        baz.push(foo);
        continue;
      }
    }
    baz.push(foo); //~ MC0382
  }
  return baz;
}
