// After rust-lang/rust tests/ui/kindck/kindck-nonsendable-1.rs: a closure sent to another task.
import { type NotThreadSafe, assert_send } from "../prelude.js";

interface Rc extends NotThreadSafe { readonly value: number }
declare function foo(x: Rc): void;

export function main(x: Rc): void {
  // @ts-expect-error tsc sees it too
  assert_send(() => { foo(x); }); //~ MC0277
}
