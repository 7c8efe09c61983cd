// After rust-lang/rust tests/ui/moves/use_of_moved_value_clone_suggestions.rs: a generic handle twice in a tuple.
import { type Linear } from "../prelude.js";

interface Rc<T> extends Linear { readonly target: T }

export function duplicate_rc<T>(t: Rc<T>): [Rc<T>, Rc<T>] {
  return [t, t]; //~ MC0382
}
