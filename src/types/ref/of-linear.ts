import type { State } from "../brand.js";
import type { Borrow } from "../ref.js";
import type { Unmoved } from "../state.js";

/** A borrower may not consume: neither by a consumer nor by disposing. */
type Owning = typeof State | typeof Symbol.dispose | typeof Symbol.asyncDispose;

/**
 * A borrow of a linear type. It has no `own` in its state, and each field read from it is a borrow.
 *
 * The alias is called `Ref`, as the public one is: that is the name an error and an editor print.
 */
type Ref<T> = { readonly [K in keyof T as Exclude<K, Owning>]: Borrow<T[K]> } & Unmoved;

export type { Ref as OfLinear };
