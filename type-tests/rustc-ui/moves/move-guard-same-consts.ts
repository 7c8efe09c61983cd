// After rust-lang/rust tests/ui/moves/move-guard-same-consts.rs: two guards of equal arms consume the same value: the first may fall through to the second.
import { make, take } from "../prelude.js";

export function main(v: number): void {
  const x = make();
  switch (true) {
    case v === 1 && take(x):
      break;
    case v === 1 && take(x): //~ MC0382
      break;
  }
}
