// After rust-lang/rust tests/ui/borrowck/borrowck-move-out-from-array-use-no-overlap.rs: another element of a tuple borrowed after one was moved.
import { type Ref, type Pair, eat, eat_pair, touch } from "../prelude.js";

declare function array(): [Pair, Pair, Pair];
declare function touch_pair(value: Ref<Pair>): void;

export function move_out_from_begin_and_one_from_end(): void {
  const a = array();
  const [, , x] = a;
  touch_pair(a[1]);
  eat_pair(x);
  eat_pair(a[0]);
  eat_pair(a[1]);
}

export function move_out_from_begin_field_and_end_field(): void {
  const a = array();
  const [, , { a: x }] = a;
  touch(a[2].b);
  eat(x);
  eat(a[2].b);
  eat_pair(a[0]);
  eat_pair(a[1]);
}
