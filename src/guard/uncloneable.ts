import { notClonedNorPosted } from "./messages.js";
import { MovecheckError } from "./movecheck-error.js";

/**
 * Makes a value refuse to be copied: structured clone (`postMessage`, `workerData`), spread, JSON.
 *
 * Structured clone drops private fields and methods, and would silently make a plain object of a handle; it does read
 * every own enumerable property. One such property that throws stops it, and with an error of ours instead of a
 * DataCloneError. The accessor is shared by all handles of a class.
 *
 * To define an accessor takes ten times as long as to make the value, so it is done where positions are recorded.
 * Elsewhere the property holds the object that `uncloneable` makes.
 */
export function makeUncloneable(value: object, key: string, get: (this: object) => never): void {
  Object.defineProperty(value, key, { enumerable: true, configurable: false, get });
}

/**
 * An object whose own property throws: as a property's value it stops whatever copies deeply.
 *
 * It can't stop a spread, which reads only the property that holds it; what a spread makes is no handle, and refused
 * where it is used.
 */
export function uncloneable(refuse: () => never, toJSON?: () => undefined): object {
  // Structured clone does not read what is not enumerable, and JSON reads nothing else once it has called it.
  return Object.defineProperties({}, { refuse: { enumerable: true, get: refuse }, toJSON: { value: toJSON } });
}

/** One for each name. */
const notSend = new Map<string, object>();

/** What a value of a type holds so that structured clone refuses it. JSON, and with it a logger, leaves it out. */
export function notSendOf(type: string): object {
  let value = notSend.get(type);
  if (value === undefined) {
    const refuse = (): never => {
      throw new MovecheckError("ERR_MOVECHECK_NOT_SEND", notClonedNorPosted(type));
    };
    notSend.set(type, (value = uncloneable(refuse, () => undefined)));
  }
  return value;
}
