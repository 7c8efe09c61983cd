// After rust-lang/rust tests/ui/borrowck/borrowck-move-error-with-note.rs: moving out of a borrowed union, and destructuring a value that is linear itself.
import { type Ref, type Token, type Holder, make_guard, eat } from "../prelude.js";

interface Foo1 { readonly kind: "foo1"; readonly num1: Token; readonly num2: Token }
interface Foo2 { readonly kind: "foo2"; readonly num: Token }

export function blah(f: Ref<Foo1 | Foo2>): void {
  switch (f.kind) {
    case "foo1":
      // @ts-expect-error tsc sees it too
      eat(f.num1); //~ MC0507
      break;
    case "foo2":
      break;
  }
}

export function move_in_match(): void {
  const s = make_guard();
  const { f, g } = s; //~ MC0509
  s[Symbol.dispose]();
}

export function blah2(a: Ref<Holder>): void {
  const n = a.f;
  // @ts-expect-error tsc sees it too
  eat(n); //~ MC0507
}
