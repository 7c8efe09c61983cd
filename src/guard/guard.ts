import type { State } from "../types/brand.js";
import type { DropFlag } from "../types/drop-flag.js";
import { alreadyGuarded, badArgument } from "./messages.js";
import { MovecheckError } from "./movecheck-error.js";
import { Position } from "./position.js";
import { notSendOf } from "./uncloneable.js";
import { GuardedRecord } from "./record.js";
import { recordOf, stamp } from "./stamp.js";
import { wrapMethods } from "./wrap-methods.js";

/** How `guard` treats a value. */
export interface GuardOptions {
  /** The methods that consume it. Functions that do call `consume`. */
  readonly consumedBy?: readonly string[] | undefined;
  /** How it is called in messages; the name of its class unless given. */
  readonly name?: string | undefined;
  /** Whether it may be cloned and posted, which moves it to another task; not, unless given. */
  readonly send?: boolean | undefined;
}

/** A linear type without its brands: what a program can write as an object literal. */
export type Unguarded<T> = T extends unknown
  ? { [K in keyof T as K extends typeof State | keyof DropFlag ? never : K]: T[K] }
  : never;

/**
 * Makes a value of a linear type: from now on it is live, until something consumes it.
 *
 * Its dispose methods do nothing after that, a second consumer is refused, and if it is collected while live the process
 * is warned. What it is made of is an object with everything its type asks for but the brands, or `this`, in the
 * constructor of a class that extends another one than `Guarded`.
 *
 * @param value Becomes the value itself: it is not copied.
 * @returns the value, as what it is now
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT for what is no object, is frozen or guarded already.
 *
 * @example
 * import type { Consume, DropFlag, Linear } from "movecheck";
 * import { consume, guard } from "movecheck/guard";
 *
 * interface Lease extends Linear, DropFlag, Disposable { readonly seat: number }
 * export function take(seat: number): Lease {
 *   return guard<Lease>({ seat, [Symbol.dispose]: () => { console.log("free", seat); } }, { name: "Lease" });
 * }
 * export const redeem: Consume<Lease, "redeem"> = (lease) => {
 *   consume(lease, "redeem");
 *   console.log("taken", lease.seat);
 * };
 */
export function guard<T extends object>(value: Unguarded<T>, options: GuardOptions = {}): T {
  const given: unknown = value;
  if (typeof given !== "object" || given === null || !Object.isExtensible(given)) {
    throw new MovecheckError(
      "ERR_MOVECHECK_BAD_ARGUMENT",
      badArgument("guard", "value", "an object that is not frozen", given),
    );
  }
  if (recordOf(given) !== undefined) throw new MovecheckError("ERR_MOVECHECK_BAD_ARGUMENT", alreadyGuarded());
  const { name = nameOf(given), consumedBy = [], send = false } = options;
  wrapMethods(given, name, consumedBy, false);
  stamp(given, new GuardedRecord(name, Position.above(guard)));
  if (!send) Object.defineProperty(given, "_not_send", { value: notSendOf(name), enumerable: true });
  // The brands exist for the compiler alone: no value has the properties.
  return given as T;
}

function nameOf(value: { readonly constructor?: { readonly name?: string } }): string {
  return value.constructor?.name ?? "Object";
}
