// After rust-lang/rust tests/ui/borrowck/borrowck-move-out-of-struct-with-dtor.rs: destructuring a value that is linear itself: in a declaration, in a parameter.
import { type Guard, make_guard } from "../prelude.js";

export function move_in_let(): void {
  const s = make_guard();
  const { f } = s; //~ MC0509
  s[Symbol.dispose]();
}

export function move_in_fn_arg({ f }: Guard): void { //~ MC0509
  void 0;
}
