// After rust-lang/rust tests/ui/moves/moves-based-on-type-block-bad.rs: a callback that is lent a value moves a field out of it.
import { type Ref, type Holder, eat } from "../prelude.js";

declare function f(s: Ref<Holder>, g: (s: Ref<Holder>) => void): void;

export function main(s: Holder): void {
  while (true) {
    f(s, (hellothere) => {
      // @ts-expect-error tsc sees it too
      eat(hellothere.f); //~ MC0507
    });
  }
}
