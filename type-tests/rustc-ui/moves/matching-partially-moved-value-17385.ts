// After rust-lang/rust tests/ui/moves/matching-partially-moved-value-17385.rs: a switch over a moved value.
import { make, eat } from "../prelude.js";

export function main(): void {
  const foo = make();
  eat(foo);
  switch (foo.id) { //~ MC0382
    case 1:
      break;
  }
}
