// After rust-lang/rust tests/ui/borrowck/borrowck-move-out-from-array-use.rs: an element of a tuple borrowed or assigned to after it was moved.
import { type Ref, type Pair, make, eat, eat_pair } from "../prelude.js";

declare function array(): [Pair, Pair, Pair];
declare function touch_pair(value: Ref<Pair>): void;

export function move_out_from_begin_and_end(): void {
  const a = array();
  const [, , x] = a;
  touch_pair(a[2]); //~ MC0382
  eat_pair(x);
}

export function move_out_from_begin_field_and_end(): void {
  const a = array();
  const [, , { a: x }] = a;
  touch_pair(a[2]); //~ MC0382
  eat(x);
}

export function move_out_and_assign_end_field(): void {
  const a = array();
  const [, , x] = a;
  a[2].b = make(); //~ MC0382
  eat_pair(x);
}
