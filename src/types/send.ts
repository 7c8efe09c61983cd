import type { NotThreadSafe } from "./not-thread-safe.js";

/** What structured cloning copies whole. */
type Copied =
  | string | number | bigint | boolean | null | undefined | void
  | Date | RegExp | ArrayBuffer | SharedArrayBuffer | ArrayBufferView;

/**
 * A `T` that may be sent to another task: `T` itself where it may, a message at each leaf that may not.
 *
 * It walks the type as Rust's auto trait `Send` does, through fields, elements, maps, sets and promises.
 *
 * @example
 * import type { Send } from "movecheck";
 *
 * declare function post<T>(message: Send<T>): void;
 * post({ jobs: [1, 2, 3], since: new Date() });
 */
export type Send<T> = T extends Copied
  ? T
  : T extends NotThreadSafe
    ? `not Send: bound to the task that created it`
    : T extends (...args: any) => unknown
      ? `not Send: functions are not structured-cloneable`
      : T extends symbol
        ? `not Send: symbols are not structured-cloneable`
        : T extends ReadonlyMap<infer K, infer V>
          ? Map<Send<K>, Send<V>>
          : T extends ReadonlySet<infer V>
            ? Set<Send<V>>
            : T extends object
              ? { [K in keyof T]: Send<T[K]> }
              : T;
