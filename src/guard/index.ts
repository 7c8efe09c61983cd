/**
 * The run-time half for your own linear types: a value is live until it is consumed, and only once.
 *
 * Use it where plain JavaScript, an alias or a cast may get past the types. It depends on nothing, and nothing of it is
 * there unless it is imported. `movecheck/fd` stands on the same guard.
 *
 * @module
 */
export { consume } from "./consume.js";
export { guard, type GuardOptions, type Unguarded } from "./guard.js";
export { Guarded, type GuardedBase } from "./guarded.js";
export { MovecheckError, type MovecheckErrorCode, type Positions } from "./movecheck-error.js";
export { recordPositions } from "./position.js";
