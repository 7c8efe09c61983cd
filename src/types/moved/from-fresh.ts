import type { UseOfMoved } from "../messages.js";
import type { At, WithCall } from "./members.js";

// The alias is called `Moved`, as its two siblings are: that is the name an error and an editor print.

/**
 * The moved value that fits a variable born `Fresh`, and nothing stricter.
 *
 * The keys are renamed to themselves so that arrays and tuples are mapped as objects: a readonly array is not a subtype
 * of an array.
 */
type Moved<T, By extends string> = { readonly [K in keyof T as K]-?: At<T, K, By, UseOfMoved<By>> };

export type FromFresh<T, By extends string> = WithCall<Moved<T, By>, T, By>;
