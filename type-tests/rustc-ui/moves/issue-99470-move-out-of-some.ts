// After rust-lang/rust tests/ui/moves/issue-99470-move-out-of-some.rs: moving out of the part of a union that a borrow is narrowed to.
import { type Ref, type Token, eat } from "../prelude.js";

interface Holds { readonly value: Token | null }

export function main(x: Ref<Holds>): void {
  if (x.value !== null) {
    // @ts-expect-error tsc sees it too
    eat(x.value); //~ MC0507
  }
}
