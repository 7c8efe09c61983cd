// After rust-lang/rust tests/ui/moves/issue-22536-copy-mustnt-zero.rs: what is not linear may be used after assignment.
interface BufferHandle { readonly raw: number }

export function main(b: BufferHandle): boolean {
  const c = b;
  return c.raw === b.raw;
}
