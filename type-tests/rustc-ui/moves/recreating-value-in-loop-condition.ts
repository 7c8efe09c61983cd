// After rust-lang/rust tests/ui/moves/recreating-value-in-loop-condition.rs: a loop's condition consumes what was made before the loop.
import { type Token, make } from "../prelude.js";

declare function next(values: Token[]): number | undefined;

export function foo(values: Token[]): void {
  let item: number | undefined;
  while ((item = next(values)) !== undefined) { //~ MC0382
    void item;
  }
}

export function bar(values: Token[]): void {
  while (true) {
    const item = next(values); //~ MC0382
    if (item === undefined) break;
  }
}

export function qux(values: Token[]): void {
  for (;;) {
    if (next(values) !== undefined) { //~ MC0382
      void 0;
    }
  }
}

export function zap(): void {
  while (true) {
    const values = [make()];
    while (true) {
      while (true) {
        while (true) {
          if (next(values) !== undefined) { //~ MC0382
            void 0;
          }
        }
      }
    }
  }
}
