// After rust-lang/rust tests/ui/moves/moves-based-on-type-exprs.rs: moves in literals, conditionals, guards and calls.
import { type Token, eat_all, touch, take } from "../prelude.js";

export function f10(x: Token): void {
  const _y = { f: x };
  touch(x); //~ MC0382
}

export function f20(x: Token): void {
  const _y = [x, 3] as const;
  touch(x); //~ MC0382
}

export function f30(condition: boolean, x: Token, y: Token): void {
  const _y = condition ? x : y;
  touch(x); //~ MC0382
  touch(y); //~ MC0382
}

export function f40(condition: boolean, x: Token, y: Token): void {
  let _y: Token;
  switch (condition) {
    case true:
      _y = x;
      break;
    case false:
      _y = y;
      break;
  }
  touch(x); //~ MC0382
  touch(y); //~ MC0382
}

export function f50(condition: boolean, x: Token, y: Token): void {
  switch (true) {
    case take(x):
      break;
    case condition:
      break;
  }
  touch(x); //~ MC0382
  touch(y);
}

export function f70(x: Token): void {
  const _y = [x];
  touch(x); //~ MC0382
}

export function f100(x: Token[]): void {
  const _y = [...x];
  eat_all(x); //~ MC0382
}

export function f120(x: Token[]): void {
  x.reverse();
  touch(x[0]!);
  touch(x[1]!);
}
