// After rust-lang/rust tests/ui/borrowck/borrowck-move-subcomponent.rs: destructuring while a borrow of the whole is used.
import { type Ref, type Holder, eat } from "../prelude.js";

declare function borrow(value: Ref<Holder>): Ref<Holder>;
declare function f(value: Ref<Holder>): void;

export function main(a: Holder): void {
  const pb = borrow(a);
  const { f: ax } = a; //~ MC0505
  f(pb);
  eat(ax);
}
