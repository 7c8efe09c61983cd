// After rust-lang/rust tests/ui/moves/suggest-clone.rs: a consuming method called on a borrow.
import { type Ref, type Token } from "../prelude.js";

export function main(foo: Ref<Token>): void {
  // @ts-expect-error tsc sees it too
  foo.use_self(); //~ MC0507
}
