// After rust-lang/rust tests/ui/borrowck/borrowck-move-by-capture-ok.rs: a closure that only borrows.
import { make, eat } from "../prelude.js";

export function main(): void {
  const bar = make();
  const h = () => bar.id;
  h();
  h();
  eat(bar);
}
