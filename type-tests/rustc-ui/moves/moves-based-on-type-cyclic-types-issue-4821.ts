// After rust-lang/rust tests/ui/moves/moves-based-on-type-cyclic-types-issue-4821.rs: a recursive type with its tail moved out.
import { type Token } from "../prelude.js";

interface List { readonly key: Token; next: List | null }
declare function consume_list(v: List): number;

export function foo(node: List): number {
  const r = node.next !== null ? consume_list(node.next) : 0;
  return consume_list(node) + r; //~ MC0382
}
