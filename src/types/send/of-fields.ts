import type { State } from "../brand.js";
import type { Walk } from "../send.js";

/**
 * An object, field by field; a linear value is moved with what holds it, so it must not have been moved before.
 *
 * The alias is called `Send`, as the public one is: that is the name an error and an editor print.
 */
type Send<T> = { [K in keyof T]: K extends typeof State ? { readonly hold: "live" } : Walk<T[K]> };

export type { Send as OfFields };
