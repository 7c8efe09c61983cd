// After rust-lang/rust tests/ui/moves/region-var-in-moved-ty-issue-133118.rs: both operands of a sum consume the same value.
import { type Token } from "../prelude.js";

declare function a(value: Token): number;

export function x(g1: Token): number {
  return a(g1) + a(g1); //~ MC0382
}
