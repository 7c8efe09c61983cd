import type { NotSendable } from "./messages.js";
import type { NotThreadSafe } from "./not-thread-safe.js";
import type { OfFields } from "./send/of-fields.js";

/** What structured cloning copies whole. */
type Copied =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | void
  | Date
  | RegExp
  | Error
  | ArrayBuffer
  | SharedArrayBuffer
  | ArrayBufferView;

type Callable = ((...args: any) => unknown) | (abstract new (...args: any) => unknown);

/** `object` itself says nothing of what it holds; `{}` is what an empty literal has for a type. */
type IsOpaque<T> = unknown extends T
  ? true
  : [keyof T] extends [never]
    ? object extends T
      ? string extends T
        ? false
        : true
      : false
    : false;

/** The walk. It is apart from `Send`, and has no name of its own in an error: `Send` of an object prints as such. */
export type Walk<T> = 0 extends 1 & T
  ? T
  : IsOpaque<T> extends true
    ? NotSendable["opaque"]
    : T extends Copied
      ? T
      : T extends NotThreadSafe
        ? NotSendable["bound"]
        : T extends Callable
          ? NotSendable["function"]
          : T extends symbol
            ? NotSendable["symbol"]
            : T extends PromiseLike<unknown>
              ? NotSendable["promise"]
              : T extends Map<infer K, infer V>
                ? Map<Walk<K>, Walk<V>>
                : T extends Set<infer V>
                  ? Set<Walk<V>>
                  : T extends ReadonlyMap<infer K, infer V>
                    ? ReadonlyMap<Walk<K>, Walk<V>>
                    : T extends ReadonlySet<infer V>
                      ? ReadonlySet<Walk<V>>
                      : OfFields<T>;

/**
 * A `T` that may be sent to another task: `T` itself where it may, a message at each leaf that may not.
 *
 * It walks the type as Rust's auto trait `Send` does: through fields, elements, tuples, maps, sets, unions and recursive
 * types. Declare a parameter with it, `message: Send<T>`; the error then stands at the leaf of a literal, and names the
 * path to it elsewhere. `any` goes through (the checker reports it); `unknown` and `object` do not, as a `dyn` type
 * without `+ Send` does not in Rust.
 *
 * @example
 * import type { Send } from "movecheck";
 *
 * declare function post<T>(message: Send<T>): void;
 * post({ jobs: [1, 2, 3], since: new Date() });
 */
export type Send<T> = Walk<T>;
