// After rust-lang/rust tests/ui/borrowck/borrowck-move-out-from-array-no-overlap.rs: different elements of a tuple, and fields of elements, moved apart.
import { type Pair, eat, eat_pair } from "../prelude.js";

declare function array(): [Pair, Pair, Pair];

export function move_out_from_begin_and_one_from_end(): void {
  const a = array();
  const [, , x] = a;
  const [, y] = a;
  eat_pair(x);
  eat_pair(y);
  eat_pair(a[0]);
}

export function move_out_from_begin_field_and_end_field(): void {
  const a = array();
  const [, , { a: x }] = a;
  const [, , { b: y }] = a;
  eat(x);
  eat(y);
  eat_pair(a[0]);
  eat_pair(a[1]);
}
