// After rust-lang/rust tests/ui/moves/move-arg.rs: a plain value passed twice.
declare function test(foo: number): void;

export function main(): void {
  const x = 10;
  test(x);
  test(x);
}
