import { badArgument, foreign } from "./messages.js";
import { MovecheckError } from "./movecheck-error.js";
import { end } from "./collected.js";
import { Position } from "./position.js";
import type { GuardedRecord } from "./record.js";
import { recordOf } from "./stamp.js";

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Methods = Record<PropertyKey, Method | undefined>;

const wrappers = new WeakSet<Method>();

/**
 * Makes the methods of a value consume it: the named ones, and its dispose methods, which do nothing once it was
 * consumed.
 *
 * @param value The value, or the prototype of all of its class.
 * @param type What it is called in the error.
 * @param everywhere Whether an inherited method is replaced where it is. Otherwise the value gets one of its own, and
 *   others that inherit the method are not concerned.
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT for a name that is no method.
 */
export function wrapMethods(value: object, type: string, consumers: readonly string[], everywhere: boolean): void {
  for (const name of consumers) {
    if (wrap(value, name, (method) => consuming(name, method), everywhere)) continue;
    const given: unknown = Reflect.get(value, name);
    throw new MovecheckError("ERR_MOVECHECK_BAD_ARGUMENT", badArgument(type, name, "a method", given));
  }
  for (const key of [Symbol.dispose, Symbol.asyncDispose] as (symbol | undefined)[]) {
    // Not every host has the symbols.
    if (key !== undefined) wrap(value, key, disposing, everywhere);
  }
}

function wrap(value: object, key: PropertyKey, wrapped: (method: Method) => Method, everywhere: boolean): boolean {
  for (let holder: object | null = value; holder !== null; holder = Object.getPrototypeOf(holder) as object | null) {
    const property = Object.getOwnPropertyDescriptor(holder, key);
    if (property === undefined) continue;
    const method = property.value as Method;
    if (typeof method !== "function") return false;
    if (everywhere && wrappers.has(method)) return true;
    const wrapper = wrapped(method);
    if (everywhere) {
      wrappers.add(wrapper);
      Object.defineProperty(wrapper, "name", { value: method.name });
    }
    const own = everywhere || holder === value;
    Object.defineProperty(own ? holder : value, key, {
      ...property,
      enumerable: own && property.enumerable === true,
      value: wrapper,
    });
    return true;
  }
  return false;
}

/** A method that consumes its receiver, then does what it does. */
function consuming(name: string, method: Method): Method {
  const at = (): Position | undefined => Position.above(wrapper);
  function wrapper(this: unknown, ...args: unknown[]): unknown {
    const record = genuine(this, `${name}()`);
    // Not when the method that consumed it calls the one it overrides.
    if (record.live || record.consumer !== name || (this as Methods)[name] === wrapper) record.consume(name, at);
    return method.apply(this, args);
  }
  return wrapper;
}

/** A dispose method: nothing, once the value was consumed. */
function disposing(method: Method): Method {
  return function wrapper(this: unknown, ...args: unknown[]): unknown {
    const record = genuine(this, "dispose");
    if (!record.live) return undefined;
    end(record, "dispose", Position.disposing(wrapper));
    record.disposing = true;
    let pending = false;
    try {
      const result = method.apply(this, args);
      pending = result instanceof Promise;
      return pending ? (result as Promise<unknown>).finally(() => (record.disposing = false)) : result;
    } finally {
      if (!pending) record.disposing = false;
    }
  };
}

/** The record of a method's receiver. @throws MovecheckError ERR_MOVECHECK_FOREIGN where it has none. */
function genuine(receiver: unknown, call: string): GuardedRecord {
  const record = recordOf(receiver);
  if (record !== undefined) return record;
  throw new MovecheckError("ERR_MOVECHECK_FOREIGN", foreign(call, "this", "a value", receiver));
}
