/**
 * What the platform's own functions do with what they are given, where their declarations don't say.
 *
 * Keys are `Owner.method` as TypeScript's `lib` files and `@types/node` declare them, or the bare name of a function.
 * Sources: ECMA-262 (containers, promises), the HTML standard and Node's documentation (timers, listeners, messages).
 */

/** The interfaces of the language's containers; they keep what they hold and lend it to callbacks. */
export const containers: ReadonlySet<string> = new Set([
  "Array", "ReadonlyArray", "Map", "ReadonlyMap", "Set", "ReadonlySet", "WeakMap", "WeakSet",
  "MapIterator", "SetIterator", "ArrayIterator", "IteratorObject",
]);

/** Container methods that give ownership of what they return: they take it out, or a callback made it. */
export const givesOwnership: ReadonlySet<string> = new Set(["pop", "shift", "splice", "map", "flatMap", "reduce", "reduceRight"]);

/** Container methods that return the container itself. */
export const returnsReceiver: ReadonlySet<string> = new Set(["sort", "reverse", "fill", "copyWithin", "set", "add"]);

/** Functions that list what an object or iterable keeps. */
export const listsArgument: ReadonlySet<string> = new Set(["ObjectConstructor.values", "ObjectConstructor.entries", "ArrayConstructor.from"]);

/** Functions that call what they are given at most once. */
export const callsOnce: ReadonlySet<string> = new Set([
  "Promise.then", "Promise.catch", "Promise.finally", "PromiseLike.then", "PromiseConstructor",
  "queueMicrotask", "setTimeout", "setImmediate", "Process.nextTick",
]);

/** Functions that call what they are given after the caller may have returned. */
export const callsLater: ReadonlySet<string> = new Set([
  "Promise.then", "Promise.catch", "Promise.finally", "PromiseLike.then",
  "queueMicrotask", "setTimeout", "setInterval", "setImmediate", "Process.nextTick",
  "requestAnimationFrame", "requestIdleCallback", "addEventListener",
]);

/** Method names by which listeners are registered, on whatever emitter of the platform. */
export const listenerMethods: ReadonlySet<string> = new Set([
  "addEventListener", "on", "once", "addListener", "prependListener", "prependOnceListener",
]);

/** Functions that copy what they are given to another task. */
export const sendsToTask: ReadonlySet<string> = new Set(["postMessage", "structuredClone"]);

/** Owners all of whose functions can't throw when no callback is passed. */
export const neverThrow: ReadonlySet<string> = new Set([...containers, "Console", "Math", "DateConstructor", "Performance"]);
