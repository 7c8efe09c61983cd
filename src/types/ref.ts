import type { Linear } from "./linear.js";
import type { OfLinear } from "./ref/of-linear.js";

/** What owns nothing and has an identity of its own: a borrow of it is itself. */
type Whole =
  | string
  | number
  | bigint
  | boolean
  | symbol
  | null
  | undefined
  | void
  | ((...args: any) => unknown)
  | (abstract new (...args: any) => unknown)
  | Date
  | RegExp
  | Error
  | ArrayBuffer
  | ArrayBufferView;

/** A mapped type drops the call signature. */
type WithCall<M, T> = T extends (...args: infer A) => infer R ? M & ((...args: A) => R) : M;

/** The walk. It is apart from `Ref`, and has no name of its own in an error: `Ref` of a linear type prints as such. */
export type Borrow<T> = 0 extends 1 & T
  ? T
  : unknown extends T
    ? T
    : T extends Linear<any>
      ? WithCall<OfLinear<T>, T>
      : T extends Whole
        ? T
        : T extends ReadonlyMap<infer K, infer V>
          ? ReadonlyMap<Borrow<K>, Borrow<V>>
          : T extends ReadonlySet<infer V>
            ? ReadonlySet<Borrow<V>>
            : { readonly [K in keyof T]: Borrow<T[K]> };

/**
 * A borrow of a `T`: it can be read, passed on and copied, and not consumed.
 *
 * It is deep (a field read from it is itself a borrow) and distributes over unions.
 *
 * Source: Rust's `&T`.
 *
 * @example
 * import type { Linear, Ref } from "movecheck";
 *
 * interface Ticket extends Linear { seat(): number }
 * function label(ticket: Ref<Ticket>): string { return `seat ${ticket.seat()}`; }
 * function show(ticket: Ticket): string { return label(ticket); }
 */
export type Ref<T> = Borrow<T>;
