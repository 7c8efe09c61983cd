// After rust-lang/rust tests/ui/moves/move-out-of-field.rs: a function that takes a plain object gives its only field away.
import { type Token } from "../prelude.js";

interface StringBuffer { s: Token }

export function to_string(sb: StringBuffer): Token {
  return sb.s;
}
