// After rust-lang/rust tests/ui/borrowck/borrowck-move-out-from-array.rs: the same element of a tuple, or a field of it, moved twice.
import { type Pair, eat, eat_pair } from "../prelude.js";

declare function array(): [Pair, Pair, Pair];

export function move_out_from_begin_and_end(): void {
  const a = array();
  const [, , x] = a;
  const [, , y] = a; //~ MC0382
  eat_pair(x);
  eat_pair(y);
}

export function move_out_from_begin_field_and_end(): void {
  const a = array();
  const [, , { a: x }] = a;
  const [, , y] = a; //~ MC0382
  eat(x);
  eat_pair(y);
}

export function move_out_from_begin_field_and_end_field(): void {
  const a = array();
  const [, , { a: x }] = a;
  const [, , { a: y }] = a; //~ MC0382
  eat(x);
  eat(y);
}
