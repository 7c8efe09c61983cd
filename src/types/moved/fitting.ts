import type { State } from "../brand.js";
import type { FromFresh } from "./from-fresh.js";
import type { FromHeld } from "./from-held.js";
import type { Dispose } from "./members.js";

// The alias is called `Moved`, as its two siblings are: that is the name an error and an editor print.

type IfFits<M, T, Else> = M extends T ? M : Else;

/** A class with private members takes nothing but itself: then only method calls on a straight line are refused. */
export type Blocked<T> = T & { readonly [K in keyof T]: K extends typeof State | Dispose ? T[K] : never };

/**
 * The public `Moved`, less what does not fit `T` after all; what a consumer's argument becomes.
 *
 * It is apart from the public one because to ask whether a type fits resolves its members: in the predicate of one of
 * those members (`asserts this is Moved<this, "close">`) that is a circle.
 */
type Moved<T, By extends string> = IfFits<FromFresh<T, By>, T, never> | IfFits<FromHeld<T, By>, T, Blocked<T>>;

export type { Moved as Fitting };
