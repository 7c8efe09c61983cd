import type { NotSend } from "./brand.js";

/**
 * What a type extends so that its values must stay with the task that made them; `Send<T>` refuses it at any depth.
 *
 * Source: the kernel's `NotThreadSafe = PhantomData<*mut ()>`, which is neither `Send` nor `Sync`.
 *
 * @example
 * import type { NotThreadSafe } from "movecheck";
 *
 * interface Cursor extends NotThreadSafe { row(): number }
 */
export interface NotThreadSafe {
  readonly [NotSend]: true;
}
