// After rust-lang/rust tests/ui/moves/move-nullary-fn.rs: a call-once parameter handed on once.
import { type Once, call_once } from "../prelude.js";

export function f(thing: Once<() => void>): void {
  call_once(thing);
}

export function main(): void {
  f(() => undefined);
}
