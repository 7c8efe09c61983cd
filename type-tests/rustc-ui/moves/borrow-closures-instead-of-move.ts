// After rust-lang/rust tests/ui/moves/borrow-closures-instead-of-move.rs: a function that may be called once is moved into a callee: in a loop, after a branch, and a closure that consumes.
import { type Once, make, consume, cond, call_once } from "../prelude.js";

export function takes_fn(f: Once<() => void>): void {
  while (true) {
    call_once(f); //~ MC0382
  }
}

export function takes_fn_mut(m: Once<() => void>): void {
  if (cond()) {
    call_once(m);
  }
  call_once(m); //~ MC0382
}

export function has_closure(): void {
  const x = make();
  const closure = () => { consume(x); };
  call_once(closure);
  closure(); //~ MC0382
}
