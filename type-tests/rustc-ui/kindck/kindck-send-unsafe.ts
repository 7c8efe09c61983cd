// After rust-lang/rust tests/ui/kindck/kindck-send-unsafe.rs: a value bound to its task, alone and inside an object.
import { type NotThreadSafe, assert_send } from "../prelude.js";

interface Pointer extends NotThreadSafe { readonly address: number }

export function test70(pointer: Pointer): void {
  // @ts-expect-error tsc sees it too
  assert_send(pointer); //~ MC0277
}

export function test71(pointer: Pointer): void {
  // @ts-expect-error tsc sees it too
  assert_send({ to: pointer }); //~ MC0277
}
