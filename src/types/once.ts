import type { CallOnce } from "./brand.js";

/**
 * A callback that its receiver calls at most once; the brand is optional, so any function fits.
 *
 * A closure that consumes what it captured may only be passed where it can't be called twice. tsc sees no difference;
 * the checker refuses the second call inside the receiver, and allows a consuming closure as the argument.
 *
 * Source: Rust's `FnOnce`.
 *
 * @example
 * import type { Once } from "movecheck";
 *
 * function later(callback: Once<() => void>): void { queueMicrotask(callback); }
 * later(() => {});
 */
export type Once<F> = F & { readonly [CallOnce]?: true };
