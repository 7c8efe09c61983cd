// After rust-lang/rust tests/ui/moves/move-fn-self-receiver.rs: methods that consume their receiver, a method that returns a borrow of it, iteration over an array, a loop.
import { type Token, eat, eat_all, touch } from "../prelude.js";

interface Container { readonly items: Token[] }
declare function drain(container: Container): Iterable<number>;

export function move_out(foo: Token, second_foo: Token): void {
  foo.use_self();
  eat(foo); //~ MC0382
  second_foo.use_self();
  second_foo.use_ref(); //~ MC0382
}

export function borrowed(mut_foo: Token): void {
  const ret = mut_foo.as_ref();
  eat(mut_foo); //~ MC0505
  touch(ret);
}

export function iterated(implicit_into_iter: Token[], container: Container): void {
  for (const val of implicit_into_iter) eat(val);
  eat_all(implicit_into_iter); //~ MC0382
  for (const val of drain(container)) void val;
  drain(container); //~ MC0382
}

export function looped(foo2: Token): void {
  while (true) {
    foo2.use_self(); //~ MC0382
  }
}
