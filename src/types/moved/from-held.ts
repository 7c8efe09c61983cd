import type { At, WithCall } from "./members.js";

// The alias is called `Moved`, as its two siblings are: that is the name an error and an editor print.

/** The moved value that fits any place of type `T`. See `from-fresh.ts` for the keys. */
type Moved<T, By extends string> = { readonly [K in keyof T as K]-?: At<T, K, By, never> };

export type FromHeld<T, By extends string> = WithCall<Moved<T, By>, T, By>;
