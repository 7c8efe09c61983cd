// After rust-lang/rust tests/ui/moves/move-field-out-of-shared-self.rs: a method that only borrows its receiver gives a field of it away.
import { type Ref, type Token } from "../prelude.js";

interface Parser { tokens: Token }

export function parse(this: Ref<Parser>): Token {
  // @ts-expect-error tsc sees it too
  return this.tokens; //~ MC0507
}
