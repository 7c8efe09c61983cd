import type { State } from "./brand.js";
import type { UseOfMoved } from "./messages.js";
import type { Gone } from "./state.js";

/** What stays usable: to dispose of a moved value does nothing, as `using` does at the end of each scope. */
type Dispose = typeof Symbol.dispose | typeof Symbol.asyncDispose;

/** A function whose `this` is the message: it can be named, and calling it shows the sentence. */
type Refuse<By extends string, This, Args extends any[]> = (this: UseOfMoved<By> & This, ...args: Args) => never;

/** The members that have no smaller subtype than themselves but `never`, and are kept so that unions keep their tag. */
type Tag<V> = V extends string
  ? (string extends V ? never : V)
  : V extends number
    ? (number extends V ? never : V)
    : V extends bigint | boolean | symbol | null | undefined
      ? V
      : never;

/**
 * One member of a moved value. It must be a subtype of the live member, whatever its shape: else the moved type is no
 * subtype of the live one, nothing is narrowed, and the move is not seen at all.
 */
type Member<V, By extends string> = [V] extends [(this: infer This, ...args: infer Args) => unknown]
  ? // The live member's own parameters make a maybe-moved call one signature, hence one error; overloads need `any`.
    Refuse<By, This, Args> extends V
    ? Refuse<By, This, Args>
    : Refuse<By, This, any> extends V
      ? Refuse<By, This, any>
      : never
  : Tag<V>;

type At<T, K extends keyof T, By extends string, Hold> = K extends typeof State
  ? Gone<By, Hold>
  : K extends Dispose
    ? T[K]
    : Member<T[K], By>;

/** A mapped type drops call signatures; a callable type gets its refusal back. */
type WithCall<M, T, By extends string> = T extends (...args: any) => unknown ? M & Refuse<By, unknown, any> : M;

// Two aliases in two namespaces, so that an editor prints both as `Moved<T, By>`.
declare namespace FromFresh {
  /** Fits a variable born `Fresh`, and nothing stricter. */
  export type Moved<T, By extends string> = { readonly [K in keyof T]: At<T, K, By, UseOfMoved<By>> };
}
declare namespace FromHeld {
  /** Fits any place of type `T`. */
  export type Moved<T, By extends string> = { readonly [K in keyof T]: At<T, K, By, never> };
}

/** A class with private members takes nothing but itself: then only what follows on a straight line is refused. */
type Blocked<T, By extends string> = T & { readonly [K in keyof T]: At<T, K, By, never> };

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
  | (WithCall<FromFresh.Moved<T, By>, T, By> extends infer M extends T ? M : never)
  | (WithCall<FromHeld.Moved<T, By>, T, By> extends infer M extends T ? M : Blocked<T, By>);
