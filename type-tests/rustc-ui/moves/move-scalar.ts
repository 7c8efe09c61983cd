// After rust-lang/rust tests/ui/moves/move-scalar.rs: a plain value assigned to a declared variable.
export function main(): number {
  const y = 42;
  let x: number;
  x = y;
  return x + y;
}
