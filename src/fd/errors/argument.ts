import { badArgument } from "../../guard/messages.js";
import { MovecheckError } from "../../guard/movecheck-error.js";

/** Refuses an argument in one sentence: which, of what call, and what it takes. */
function refuse(call: string, name: string, wanted: string, given: unknown): never {
  throw new MovecheckError("ERR_MOVECHECK_BAD_ARGUMENT", badArgument(call, name, wanted, given));
}

/**
 * A C `int` or `unsigned int` as JavaScript hands it over, as the unsigned value the kernel compares.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT when it is not an integer of 32 bits.
 */
export function unsignedArgument(call: string, name: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < -0x8000_0000 || value > 0xffff_ffff) {
    return refuse(call, name, "an integer of 32 bits", value);
  }
  return value >>> 0;
}

/**
 * A count between `least` and `most`, both included.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT when it is anything else.
 */
export function countArgument(call: string, name: string, value: unknown, least: number, most: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
    return refuse(call, name, `an integer from ${least} to ${most}`, value);
  }
  return value;
}

/**
 * A function, or nothing where that is allowed.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT when it is anything else.
 */
export function functionArgument(call: string, name: string, value: unknown): void {
  if (typeof value !== "function") refuse(call, name, "a function", value);
}

/**
 * An object of options, or nothing.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT when it is anything else.
 */
export function optionsArgument(call: string, name: string, value: unknown): void {
  if (value !== undefined && (typeof value !== "object" || value === null)) refuse(call, name, "an object", value);
}

/**
 * An AbortSignal, or nothing; told by its shape, since not every host has the class.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT when it is anything else.
 */
export function signalArgument(call: string, name: string, value: unknown): void {
  const isSignal = typeof value === "object" && value !== null && "aborted" in value;
  if (value !== undefined && !isSignal) refuse(call, name, "an AbortSignal", value);
}

/**
 * A string.
 *
 * @throws MovecheckError ERR_MOVECHECK_BAD_ARGUMENT when it is anything else.
 */
export function stringArgument(call: string, name: string, value: unknown): void {
  if (typeof value !== "string") refuse(call, name, "a string", value);
}
