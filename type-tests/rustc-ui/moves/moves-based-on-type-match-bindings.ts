// After rust-lang/rust tests/ui/moves/moves-based-on-type-match-bindings.rs: destructuring moves the field out.
import { type Holder, eat } from "../prelude.js";

export function f10(x: Holder): void {
  const { f } = x;
  const y = x; //~ MC0382
  eat(f);
}
