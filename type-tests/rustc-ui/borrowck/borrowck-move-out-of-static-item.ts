// After rust-lang/rust tests/ui/borrowck/borrowck-move-out-of-static-item.rs: a module-level binding moved from inside a function.
import { make, eat } from "../prelude.js";

const BAR = make();

export function main(): void {
  eat(BAR); //~ MC0507
}
