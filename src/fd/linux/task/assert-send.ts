import { isProxy } from "node:util/types";
import { CurrentTask } from "../../guard/current.js";
import { referenceOf } from "../../guard/aref.js";
import { reservationOf } from "../../guard/file-descriptor-reservation.js";
import { batchOf } from "../../guard/reservation-batch.js";
import { MovecheckError } from "../../../guard/movecheck-error.js";
import * as say from "../messages.js";

/** What structured cloning copies whole, whatever is inside. */
const copied: readonly (abstract new (...args: never[]) => object)[] = [
  Date,
  RegExp,
  ArrayBuffer,
  SharedArrayBuffer,
  Boolean,
  Number,
  String,
];

/** What has an identity or a connection that a copy would not have. */
const bound: readonly (abstract new (...args: never[]) => object)[] = [
  Promise,
  WeakMap,
  WeakSet,
  WeakRef,
  FinalizationRegistry,
];

/**
 * Refuses a value that must stay with its task, at the first place inside it that must; the run-time part of `Send<T>`.
 *
 * Structured cloning by itself drops methods, accessors and private fields without a word.
 *
 * @param value What is to be sent.
 * @param path What it is called in the error: `payload`.
 * @throws MovecheckError `ERR_MOVECHECK_NOT_SEND` with the path of the offending part: `payload.jobs[2].run`.
 */
export function assertSend(value: unknown, path: string): void {
  visit(value, path, new Set());
}

function visit(value: unknown, path: string, seen: Set<object>): void {
  if (typeof value === "function") refuse(path, "a function");
  if (typeof value === "symbol") refuse(path, "a symbol");
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  const handle = handleName(value);
  if (handle !== undefined) refuse(path, handle);
  if (isProxy(value)) refuse(path, "a Proxy");
  if (ArrayBuffer.isView(value) || copied.some((type) => value instanceof type)) return;
  const type = bound.find((one) => value instanceof one);
  if (type !== undefined) refuse(path, `a ${type.name}`);
  if (value instanceof Map) {
    for (const [key, item] of value as Map<unknown, unknown>) {
      visit(key, `${path}.keys()`, seen);
      visit(
        item,
        `${path}.get(${typeof key === "string" ? JSON.stringify(key) : typeof key === "number" ? key : "…"})`,
        seen,
      );
    }
  } else if (value instanceof Set) {
    for (const item of value as Set<unknown>) visit(item, `${path}.values()`, seen);
  } else if (!(value instanceof Error)) {
    visitInherited(value, path);
  }
  for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (property.enumerable !== true) continue;
    const name = member(path, key, Array.isArray(value));
    if (property.get !== undefined) refuse(name, "an accessor");
    visit(property.value, name, seen);
  }
}

/** A class's methods and accessors would not arrive. */
function visitInherited(value: object, path: string): void {
  for (
    let type: unknown = Object.getPrototypeOf(value);
    type !== null && type !== Object.prototype && type !== Array.prototype;
  ) {
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(type as object))) {
      if (key === "constructor") continue;
      refuse(member(path, key, false), typeof property.value === "function" ? "a method" : "an accessor");
    }
    type = Object.getPrototypeOf(type);
  }
}

/** What a task-bound value is called, if it is one. */
function handleName(value: object): string | undefined {
  if (value instanceof CurrentTask) return "`CurrentTask`, bound to the task that created it";
  const reserved = reservationOf(value) ?? batchOf(value);
  if (reserved !== undefined) return `\`${reserved.kind}\`, bound to the task that created it`;
  if (referenceOf(value) !== undefined)
    return "`ARef`, counted in the thread that took it (send the descriptor's number, and take a reference there with fget)";
  return undefined;
}

function member(path: string, key: string, index: boolean): string {
  if (index && /^\d+$/.test(key)) return `${path}[${key}]`;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

function refuse(path: string, what: string): never {
  throw new MovecheckError("ERR_MOVECHECK_NOT_SEND", say.notSend(path, what));
}
