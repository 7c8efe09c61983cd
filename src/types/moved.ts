import type { State } from "./brand.js";
import type { Refusal } from "./refusal.js";
import type { UseOfMoved } from "./messages.js";
import type { Gone } from "./state.js";

/** What stays usable: to dispose of a moved value does nothing, as `using` does at the end of each scope. */
type Dispose = typeof Symbol.dispose | typeof Symbol.asyncDispose;

/** `for` and spread look these up without a `this`; only their absence is an error there. */
type Iteration = typeof Symbol.iterator | typeof Symbol.asyncIterator;

type At<T, K extends keyof T, By extends string, Hold> = K extends typeof State
  ? Gone<By, Hold>
  : K extends Dispose
    ? T[K]
    : K extends Iteration
      ? never
      : Refusal<T[K], By>;

/** A mapped type drops call and construct signatures; a callable type gets its refusal back. */
type WithCall<M, T, By extends string> = T extends (...args: any) => unknown
  ? M & ((this: UseOfMoved<By>, ...args: any) => never)
  : T extends abstract new (...args: any) => unknown
    ? M & (new (...args: any) => never)
    : M;

// Two aliases in two namespaces, so that an editor prints both as `Moved<T, By>`. The keys are renamed to themselves
// so that arrays and tuples are mapped as objects: a readonly array is not a subtype of an array.
declare namespace FromFresh {
  /** Fits a variable born `Fresh`, and nothing stricter. */
  export type Moved<T, By extends string> = { readonly [K in keyof T as K]-?: At<T, K, By, UseOfMoved<By>> };
}
declare namespace FromHeld {
  /** Fits any place of type `T`. */
  export type Moved<T, By extends string> = { readonly [K in keyof T as K]-?: At<T, K, By, never> };
}

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
export type Moved<T, By extends string> =
  | WithCall<FromFresh.Moved<T, By>, T, By>
  | WithCall<FromHeld.Moved<T, By>, T, By>;

type IfFits<M, T, Else> = M extends T ? M : Else;

/** A class with private members takes nothing but itself: then only method calls on a straight line are refused. */
type Blocked<T> = T & { readonly [K in keyof T]: K extends typeof State | Dispose ? T[K] : never };

/**
 * `Moved`, less what does not fit `T` after all. It is apart from `Moved` because to ask whether a type fits resolves
 * its members: in the predicate of one of those members (`asserts this is Moved<this, "close">`) that is a circle.
 */
export type Fitting<T, By extends string> =
  | IfFits<WithCall<FromFresh.Moved<T, By>, T, By>, T, never>
  | IfFits<WithCall<FromHeld.Moved<T, By>, T, By>, T, Blocked<T>>;

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
