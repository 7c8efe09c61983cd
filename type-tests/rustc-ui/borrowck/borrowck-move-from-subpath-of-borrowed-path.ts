// After rust-lang/rust tests/ui/borrowck/borrowck-move-from-subpath-of-borrowed-path.rs: a part moved while a borrow of the whole is used.
import { type Ref, type Holder, eat } from "../prelude.js";

declare function borrow(value: Ref<Holder>): Ref<Holder>;

export function main(a: Holder): void {
  const b = borrow(a);
  const z = a.f; //~ MC0505
  b.f.use_ref();
  eat(z);
}
