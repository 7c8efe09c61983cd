// After rust-lang/rust tests/ui/moves/issue-72649-uninit-in-loop.rs: a value made in the loop is not moved in a previous iteration; one made before it is.
import { make, eat } from "../prelude.js";

export function good(): void {
  while (true) {
    const value = make();
    const _used = value;
    eat(_used);
  }
}

export function moved_here_1(): void {
  while (true) {
    const value = make();
    const _used = value;
    const _used2 = value; //~ MC0382
  }
}

export function moved_here_2(): void {
  const value = make();
  while (true) {
    const _used = value;
    while (true) {
      const _used2 = value; //~ MC0382
    }
  }
}

export function moved_loop_1(): void {
  const value = make();
  while (true) {
    const _used = value; //~ MC0382
  }
}

export function moved_loop_2(): void {
  let value = make();
  const _used = value;
  value = make();
  while (true) {
    const _used2 = value; //~ MC0382
  }
}
