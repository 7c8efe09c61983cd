// After rust-lang/rust tests/ui/moves/moved-value-on-as-ref-arg.rs: a generic parameter takes by value, whatever its bound.
import { type Ref, type Token, make } from "../prelude.js";

interface AsRef { as_ref(): Ref<Token> }
declare function foo<T extends AsRef>(value: T): void;
declare function bat<T>(value: T): void;

export function main(): void {
  const bar = make();
  foo(bar);
  const _baa = bar; //~ MC0382
  const baz = make();
  bat(baz);
  const _bab = baz; //~ MC0382
}
