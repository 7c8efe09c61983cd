/// <reference lib="esnext.disposable" preserve="true" />
/**
 * The keys of the brands. They exist for the compiler alone: no value ever has these properties, and the root
 * module does not export them, so that a program can neither read nor forge a brand.
 *
 * A type is linear if it has a property keyed by `State` whose type has a property `own`, and a borrow of one if that
 * type has no `own`. The checker recognises the brands by these names and by this file's path.
 *
 * Every other file of the types imports this one, so it is the one that asks for `Symbol.dispose`, in the name of
 * projects whose `lib` does not have it.
 */

/** Keys the state a linear value is in (see `state.ts`). */
export declare const State: unique symbol;

/** Keys the mark of what must stay with the task that made it. */
export declare const NotSend: unique symbol;

/** Keys the mark of a callback that its receiver calls at most once. */
export declare const CallOnce: unique symbol;

/** Keys the mark of a parameter whose value ends in the function. */
export declare const EndsHere: unique symbol;

/** Keys the mark of a type whose dispose does nothing once the value was consumed. */
export declare const DropFlagged: unique symbol;

/** Keys the names of the methods that consume their receiver. */
export declare const ConsumedBy: unique symbol;
