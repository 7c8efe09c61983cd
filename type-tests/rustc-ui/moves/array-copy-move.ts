// After rust-lang/rust tests/ui/moves/array-copy-move.rs: an array of plain values may be used after assignment.
export function main(): number {
  const x = [1, 2, 3];
  const y = x;
  return x.length + y.length;
}
