/** Everything the guard of a value says at run time, in one place, in rustc's words. */

/** A value as it reads in a sentence, short and without calling any of its code. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol" || typeof value === "function") return `a ${typeof value}`;
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? `an array of ${value.length}` : "an object";
}

/** Lines under a message that say where. */
export function places(...lines: readonly (readonly [label: string, place: string | undefined])[]): string {
  return lines.map(([label, place]) => (place === undefined || place === "" ? "" : `\n  ${label}: ${place}`)).join("");
}

export function moved(
  call: string,
  name: string,
  consumer: string,
  made: string | undefined,
  consumed: string | undefined,
): string {
  const by = consumer === "dispose" ? "disposed of" : `consumed by ${consumer}()`;
  return `${call}: use of moved value: ${name} was ${by}${places(["made here", made], ["value moved here", consumed])}`;
}

export function notSend(name: string, made: string | undefined): string {
  return `${name} is not Send: it can't be cloned, posted, spread or serialised, it belongs to the task that made it${places(["made here", made])}`;
}

export function notClonedNorPosted(type: string): string {
  return `\`${type}\` is not Send: it can't be cloned or posted, the copy would be a second one`;
}

export function foreign(call: string, name: string, wanted: string, given: unknown): string {
  return `${call}: \`${name}\` must be ${wanted} that this copy of movecheck made in this thread, and is ${shown(given)}`;
}

export function forged(kind: string): string {
  return `a \`${kind}\` can't be constructed: only movecheck makes one`;
}

export function badArgument(call: string, name: string, wanted: string, given: unknown): string {
  return `${call}(): \`${name}\` must be ${wanted}, and is ${shown(given)}`;
}

export function alreadyGuarded(): string {
  return "guard(): `value` is guarded already";
}

export function leaked(name: string, made: string | undefined): string {
  return `${name} was garbage-collected and never consumed${places(["made here", made])}`;
}
