import type {
  AcquireSpec,
  CalleeSpec,
  DeclaredIn,
  OperandSpec,
  ReleaseSpec,
  ResourceType,
} from "../../checker/oracle/resource-spec.js";

/** Methods of an event emitter, which do no harm to what was released. */
export const EMITTER: readonly string[] = [
  "on",
  "once",
  "off",
  "addListener",
  "prependListener",
  "prependOnceListener",
  "removeListener",
  "removeAllListeners",
  "emit",
  "listeners",
  "listenerCount",
  "eventNames",
  "setMaxListeners",
];

/** A type by its name, and where it is declared. */
export function named(name: string, ...from: DeclaredIn): ResourceType {
  return { kind: "named", name, from };
}

/** A method by the type that declares it. */
export function method(owner: string, name: string, ...from: DeclaredIn): CalleeSpec {
  return { kind: "method", owner, name, ...(from.length === 0 ? {} : { from }) };
}

/** A function by its name. */
export function func(name: string, ...from: DeclaredIn): CalleeSpec {
  return { kind: "function", name, ...(from.length === 0 ? {} : { from }) };
}

/** What a method's result is, or its promise resolves to. */
export function fromMethod(owner: string, ...names: readonly string[]): readonly AcquireSpec[] {
  return names.map((name) => ({ callee: method(owner, name) }));
}

/** What `new` makes. */
export function fromNew(name: string): AcquireSpec {
  return { callee: { kind: "constructor", name } };
}

/** Methods of the resource that release it. */
export function byMethod(...names: readonly string[]): readonly ReleaseSpec[] {
  return names.map((name) => ({ kind: "method", name }));
}

/** Arguments of a method of one type that are only lent to it. */
export function lends(owner: string, name: string, ...operands: readonly number[]): readonly OperandSpec[] {
  return operands.map((operand) => ({ callee: method(owner, name), operand }));
}
