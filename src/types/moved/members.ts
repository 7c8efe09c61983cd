import type { State } from "../brand.js";
import type { UseOfMoved } from "../messages.js";
import type { Gone } from "../state.js";
import type { Refusal } from "./refusal.js";

/** What stays usable: to dispose of a moved value does nothing, as `using` does at the end of each scope. */
export type Dispose = typeof Symbol.dispose | typeof Symbol.asyncDispose;

/** `for` and spread look these up without a `this`; only their absence is an error there. */
type Iteration = typeof Symbol.iterator | typeof Symbol.asyncIterator;

/** The member `K` of a moved value; `Hold` says where the value still fits (see `Gone`). */
export type At<T, K extends keyof T, By extends string, Hold> = K extends typeof State
  ? Gone<By, Hold>
  : K extends Dispose
    ? T[K]
    : K extends Iteration
      ? never
      : Refusal<T[K], By>;

/** A mapped type drops call and construct signatures; a callable type gets its refusal back. */
export type WithCall<M, T, By extends string> = T extends (...args: any) => unknown
  ? M & ((this: UseOfMoved<By>, ...args: any) => never)
  : T extends abstract new (...args: any) => unknown
    ? M & (new (...args: any) => never)
    : M;
