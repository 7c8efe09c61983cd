// After rust-lang/rust tests/ui/moves/move-out-of-array-ref.rs: moving an element out of a borrowed array.
import { type Ref, type Token, eat } from "../prelude.js";

export function move_elem(a: Ref<[Token, Token, Token, Token]>): void {
  const [, e] = a;
  // @ts-expect-error tsc sees it too
  eat(e); //~ MC0507
}
