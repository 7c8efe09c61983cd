// After rust-lang/rust tests/ui/moves/issue-34721.rs: a method that consumes its receiver, on a type parameter, after both branches consumed it.
import { type Linear, type Live, cond } from "../prelude.js";

interface Foo extends Linear { zero(this: Live<Foo>): Foo }
declare function bar<T extends Foo>(x: T): T;

export function baz<T extends Foo>(x: T): Foo {
  const one = cond() ? bar(x.zero()) : x.zero();
  one.zero().zero();
  return x.zero(); //~ MC0382
}
