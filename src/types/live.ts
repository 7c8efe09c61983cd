import type { State } from "./brand.js";

/**
 * A `T` that has not been moved, taken by value.
 *
 * As a parameter it takes ownership, and tsc refuses a moved value that was born `Fresh`.
 *
 * @example
 * import type { Linear, Live } from "movecheck";
 *
 * interface Ticket extends Linear { seat(): number }
 * class Wallet {
 *   readonly #tickets: Ticket[] = [];
 *   put(ticket: Live<Ticket>): void { this.#tickets.push(ticket); }
 * }
 */
export type Live<T> = T & { readonly [State]: { readonly hold: "live" } };
