import type { EndsHere } from "./brand.js";
import type { Live } from "./live.js";

/**
 * A `T` taken by value, whose life ends in the function that takes it.
 *
 * A by-value parameter has to be consumed in turn; a parameter of this type has not: the function is a consumer itself,
 * and what is left of the value when it returns is not owed. Unlike `Consume` it can be the parameter of any function,
 * an async one included. To the caller it is the same as `Live`.
 *
 * Source: Rust's `mem::forget`, which ends a value without dropping it.
 *
 * @example
 * import type { Linear, Sink } from "movecheck";
 *
 * interface Upload extends Linear { finish(): Promise<void> }
 * async function publish(upload: Sink<Upload>): Promise<void> {
 *   await upload.finish();
 * }
 */
export type Sink<T> = Live<T> & { readonly [EndsHere]?: true };
