import { watch } from "./collected.js";
import type { GuardedRecord } from "./record.js";

/** Has a constructor put the fields of the class below on an object that is there already. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its constructor is what it is for
class Given {
  constructor(value: object) {
    return value;
  }
}

let inside: (value: object) => GuardedRecord | undefined;

class Stamp extends Given {
  readonly #record: GuardedRecord;

  static {
    inside = (value) => (#record in value ? value.#record : undefined);
  }

  constructor(value: object, record: GuardedRecord) {
    super(value);
    this.#record = record;
  }
}

/** Puts a record on a value: a private field, which no other code can read, copy or take away. */
export function stamp(value: object, record: GuardedRecord): void {
  new Stamp(value, record);
  watch(value, record);
}

/** What the guard knows of a value; nothing where it did not make it. */
export function recordOf(value: unknown): GuardedRecord | undefined {
  return typeof value === "object" && value !== null ? inside(value) : undefined;
}
