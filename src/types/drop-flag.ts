import type { DropFlagged } from "./brand.js";

/**
 * What a type extends whose dispose does nothing once the value was consumed.
 *
 * `using` disposes of its value at the end of the scope, also after a consumer took it: `using tx = begin(); commit(tx)`
 * is right only if disposing of a committed transaction does nothing. A type that extends this says so; values made with
 * `movecheck/guard` keep it by themselves. The checker warns of `using` on a value that a consumer takes (MC1005) where
 * the type does not say it.
 *
 * A class declares the brand as a field, which is nothing at run time: `declare readonly [DropFlag.set]: true;`.
 *
 * Source: Rust's drop flags, which say at run time whether a value is still there to be dropped.
 *
 * @example
 * import type { DropFlag, Linear } from "movecheck";
 *
 * interface Lease extends Linear, DropFlag, Disposable { readonly seat: number }
 */
export interface DropFlag {
  readonly [DropFlagged]: true;
}

/** The brand's key, for a class. */
export declare namespace DropFlag {
  const set: typeof DropFlagged;
}
