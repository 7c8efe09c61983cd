import type { UseOfMoved } from "./messages.js";
import type { Blocked } from "./moved/fitting.js";
import type { Gone } from "./state.js";

/**
 * What a variable of a class with private members becomes; for the last parameter of `Consume`.
 *
 * Nothing but the class itself fits such a class, so the moved type has to be the class in another state: give it a
 * type parameter for the state and name it twice, for a value born `Fresh` and for one named by value.
 *
 * @example
 * import type { Consume, Fresh, Held, Linear, Spent } from "movecheck";
 *
 * interface Socket<H = Held> extends Linear<H> {}
 * class Socket<H = Held> {
 *   #open = true;
 *   isOpen(): boolean { return this.#open; }
 * }
 * type Closed = Spent<Socket<Spent.Fresh<"close">> | Socket<Spent.Held<"close">>>;
 * declare const close: Consume<Socket<Fresh>, "close", [], Closed>;
 */
export type Spent<T> = T extends unknown ? Blocked<T> : never;

/** The states of a moved value, for `Spent`. */
export declare namespace Spent {
  /** Of one born `Fresh`. */
  export type Fresh<By extends string> = Gone<By, UseOfMoved<By>>;
  /** Of one named by value. */
  export type Held<By extends string> = Gone<By, never>;
}
