// After rust-lang/rust tests/ui/moves/use-correct-generic-args-in-borrow-suggest.rs: a generic function called twice with one value.
import { make } from "../prelude.js";

declare function run<F, T>(value: T, f: F): void;

export function main(): void {
  const value = make();
  run(value, undefined);
  run(value, undefined); //~ MC0382
}
