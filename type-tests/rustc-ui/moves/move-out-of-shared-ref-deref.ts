// After rust-lang/rust tests/ui/moves/move-out-of-shared-ref-deref.rs: consuming a field of the borrow that a case was narrowed to.
import { type Ref, type Token, eat } from "../prelude.js";

interface NotFound { readonly kind: "not-found"; readonly key: Token }
interface Err41 { readonly kind: "err41" }

export function fmt(error: Ref<NotFound | Err41>): void {
  switch (error.kind) {
    case "not-found":
      // @ts-expect-error tsc sees it too
      eat(error.key); //~ MC0507
      break;
    case "err41":
      break;
  }
}
