import type { FromFresh } from "./moved/from-fresh.js";
import type { FromHeld } from "./moved/from-held.js";

/**
 * What a variable of type `T` becomes when `By` has consumed it: every member but dispose refuses to be used.
 *
 * Nothing has to be written with this type, except a method that consumes its receiver; a variable gets it from a
 * call of a consumer, and it is what an editor shows on hover.
 *
 * @example
 * import type { Linear, Moved } from "movecheck";
 *
 * interface Connection extends Linear {
 *   ping(): void;
 *   close(): asserts this is Moved<this, "close">;
 * }
 *
 * function end(connection: Connection): void {
 *   connection.ping();
 *   connection.close();
 * }
 */
export type Moved<T, By extends string> = FromFresh<T, By> | FromHeld<T, By>;
