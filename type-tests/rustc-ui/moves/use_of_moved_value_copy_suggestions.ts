// After rust-lang/rust tests/ui/moves/use_of_moved_value_copy_suggestions.rs: a type parameter, alone and inside unions, tuples and objects, twice in a tuple.
import { type Linear } from "../prelude.js";

export function duplicate_t<T extends Linear>(t: T): [T, T] {
  return [t, t]; //~ MC0382
}

export function duplicate_opt<T extends Linear>(t: T | null): [T | null, T | null] {
  return [t, t]; //~ MC0382
}

export function duplicate_tup1<T extends Linear>(t: [T]): [[T], [T]] {
  return [t, t]; //~ MC0382
}

export function duplicate_tup2<A extends Linear, B extends Linear>(t: [A, B]): [[A, B], [A, B]] {
  return [t, t]; //~ MC0382
}

interface S<T> { readonly value: T }

export function duplicate_custom<T extends Linear>(t: S<T>): [S<T>, S<T>] {
  return [t, t]; //~ MC0382
}

export function existing_colon<T extends Linear>(t: T): void {
  void [t, t]; //~ MC0382
}
