/** Everything `movecheck/fd` says at run time, in one place, in rustc's and the kernel's words. */

/** A value as it reads in a sentence, short and without calling any of its code. */
function shown(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    case "number":
    case "boolean":
    case "undefined":
      return String(value);
    case "bigint":
      return `${value}n`;
    case "symbol":
      return "a symbol";
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : Array.isArray(value) ? `an array of ${value.length}` : "an object";
  }
}

export function badArgument(call: string, name: string, wanted: string, given: unknown): string {
  return `${call}(): \`${name}\` must be ${wanted}, and is ${shown(given)}`;
}

export function releaseFailed(path: string, error: unknown): string {
  return `release() of the file ${JSON.stringify(path)} threw: ${error instanceof Error ? error.message : shown(error)}`;
}

export function tableClosed(call: string): string {
  return `${call}(): the descriptor table is closed: its task has exited`;
}

export function notAFile(call: string, given: unknown): string {
  return `${call}(): \`file\` must be an open file of this kind of table, and is ${shown(given)}`;
}

export function fileReleased(call: string, path: string): string {
  return `${call}(): the file ${JSON.stringify(path)} was released: its last reference is gone`;
}

export function slotNotReserved(call: string, fd: number, state: string): string {
  return `${call}(): descriptor ${fd} is ${state}, and only a RESERVED one can be installed or dropped`;
}
