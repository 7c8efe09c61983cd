/**
 * What the platform's own functions do with what they are given, where their declarations don't say.
 *
 * Keys are `Owner.method` as TypeScript's `lib` files and `@types/node` declare them, or the bare name of a function.
 * Sources: ECMA-262 (containers, promises), the HTML standard and Node's documentation (timers, listeners, messages).
 */

/** The interfaces of the language's containers; they keep what they hold and lend it to callbacks. */
export const containers: ReadonlySet<string> = new Set([
  "Array",
  "ReadonlyArray",
  "Map",
  "ReadonlyMap",
  "Set",
  "ReadonlySet",
  "WeakMap",
  "WeakSet",
  "MapIterator",
  "SetIterator",
  "ArrayIterator",
  "IteratorObject",
]);

/** Container methods that give ownership of what they return: they take it out, or a callback made it. */
export const givesOwnership: ReadonlySet<string> = new Set([
  "pop",
  "shift",
  "splice",
  "map",
  "flatMap",
  "reduce",
  "reduceRight",
]);

/** Methods that call back with every element, so that a callback which consumes its element consumes the container. */
export const visitsAll: ReadonlySet<string> = new Set(["forEach", "map", "flatMap", "reduce", "reduceRight"]);

/** Methods whose callback owns these parameters, whatever it is lent besides. */
export const callbackOwns: Readonly<Record<string, readonly number[] | undefined>> = { reduce: [0], reduceRight: [0] };

/** What container methods do with the value under the key that is their first argument. */
export const keyed: Readonly<Record<string, "reads" | "writes" | "removes" | undefined>> = {
  "Map.get": "reads",
  "Map.set": "writes",
  "Map.delete": "removes",
};

/** Container methods that return the container itself. */
export const returnsReceiver: ReadonlySet<string> = new Set(["sort", "reverse", "fill", "copyWithin", "set", "add"]);

/** Methods that take their receiver along: a promise's value goes to the callback, or into the new promise. */
export const consumesReceiver: ReadonlySet<string> = new Set([
  "Promise.then",
  "Promise.catch",
  "Promise.finally",
  "PromiseLike.then",
]);

/** What only compares the arguments of its own type parameters, or holds them weakly. */
export const comparesArguments: ReadonlySet<string> = new Set([
  ...["includes", "indexOf", "lastIndexOf"].flatMap((method) => [`Array.${method}`, `ReadonlyArray.${method}`]),
  ...["get", "has", "delete"].flatMap((method) => [`Map.${method}`, `ReadonlyMap.${method}`, `WeakMap.${method}`]),
  ...["has", "delete"].flatMap((method) => [`Set.${method}`, `ReadonlySet.${method}`, `WeakSet.${method}`]),
  "WeakSet.add",
  "WeakSetConstructor",
  "WeakRefConstructor",
  "FinalizationRegistry.register",
  "Boolean",
]);

/** The same of their first argument alone. */
export const comparesFirst: ReadonlySet<string> = new Set(["WeakMap.set"]);

/** Container methods that put what they are given into their receiver. */
export const keepsArguments: ReadonlySet<string> = new Set(["push", "unshift", "splice", "fill", "with", "set", "add"]);

/** Methods that return for use what somebody else keeps: the stack that disposes of it, the owner of what is held weakly. */
export const lendsResult: ReadonlySet<string> = new Set([
  ...["DisposableStack", "AsyncDisposableStack"].flatMap((owner) => [`${owner}.use`, `${owner}.adopt`]),
  "WeakRef.deref",
  ...["Generator", "AsyncGenerator", "Iterator", "AsyncIterator"].map((owner) => `${owner}.return`),
]);

/** Functions that list what an object or iterable keeps. */
export const listsArgument: ReadonlySet<string> = new Set([
  "ObjectConstructor.values",
  "ObjectConstructor.entries",
  "ArrayConstructor.from",
]);

/** Functions that call what they are given at most once. */
export const callsOnce: ReadonlySet<string> = new Set([
  "Promise.then",
  "Promise.catch",
  "Promise.finally",
  "PromiseLike.then",
  "PromiseConstructor",
  "queueMicrotask",
  "setTimeout",
  "setImmediate",
  "Process.nextTick",
  ...["DisposableStack", "AsyncDisposableStack"].flatMap((owner) => [`${owner}.defer`, `${owner}.adopt`]),
]);

/** Functions that call what they are given after the caller may have returned. */
export const callsLater: ReadonlySet<string> = new Set([
  "Promise.then",
  "Promise.catch",
  "Promise.finally",
  "PromiseLike.then",
  "queueMicrotask",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "Process.nextTick",
  "requestAnimationFrame",
  "requestIdleCallback",
  "addEventListener",
]);

/** Method names by which listeners are registered, on whatever emitter of the platform. */
export const listenerMethods: ReadonlySet<string> = new Set([
  "addEventListener",
  "on",
  "once",
  "addListener",
  "prependListener",
  "prependOnceListener",
]);

/** Functions that copy what they are given to another task. */
export const sendsToTask: ReadonlySet<string> = new Set(["postMessage", "structuredClone"]);

/** Owners all of whose functions can't throw when no callback is passed. */
export const neverThrow: ReadonlySet<string> = new Set([
  ...containers,
  "BooleanConstructor",
  "Console",
  "Math",
  "DateConstructor",
  "Performance",
  "WeakRef",
  "WeakRefConstructor",
]);
