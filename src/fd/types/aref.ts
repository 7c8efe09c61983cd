import type { Linear } from "../../types/linear.js";
import type { Fresh, Held } from "../../types/state.js";
import type { Made } from "./brand.js";

/**
 * One counted reference to a `T`; it must be handed on or disposed of, which drops the reference.
 *
 * `H` is the state (see `Fresh` in `movecheck`): leave it out where a parameter or field is declared.
 *
 * Source: the kernel's `ARef<T>`; `file.0.get()` in the patch reads the pointer inside one.
 *
 * @example
 * import { type ARef, type File, fget, with_current } from "movecheck/fd";
 *
 * function nameOf(file: ARef<File>): string {
 *   using owned = file;
 *   return owned.target.path;
 * }
 * with_current((current) => {
 *   const file = fget(current, 0);
 *   return file.ok ? nameOf(file) : file.code;
 * });
 */
export interface ARef<out T, out H = Held> extends Linear<H>, Disposable {
  readonly [Made]: "ARef";
  readonly ok: true;
  /** What is referred to. */
  readonly target: T;
  /** Takes another reference. */
  clone(): ARef<T, Fresh>;
}
