import type { Errno, ErrnoCode } from "../types/errno.js";
import { EBADF, EBUSY, EINVAL, EMFILE, ENFILE, ENOMEM } from "./errno-number.js";

const codes: Readonly<Partial<Record<number, ErrnoCode>>> = {
  [EBADF]: "EBADF",
  [EBUSY]: "EBUSY",
  [EINVAL]: "EINVAL",
  [EMFILE]: "EMFILE",
  [ENFILE]: "ENFILE",
  [ENOMEM]: "ENOMEM",
};

/** One of the error values; there is one object a number, and it can't be changed. */
class ErrnoValue implements Errno {
  readonly ok = false;
  readonly errno: number;
  readonly code: ErrnoCode;

  constructor(errno: number) {
    this.errno = errno;
    // A number nobody foresaw is still told as it is.
    this.code = codes[-errno] ?? (`errno ${-errno}` as ErrnoCode);
    Object.freeze(this);
  }

  toString(): string {
    return this.code;
  }

  [Symbol.dispose](): void {
    // Nothing was made, so there is nothing to drop.
  }
}

const made = new Map<number, ErrnoValue>();

/** The error value of a negative number, as a table returns it. `Code` is what the caller knows it can be. */
export function errnoOf<Code extends ErrnoCode>(errno: number): Errno<Code> {
  let value = made.get(errno);
  if (value === undefined) made.set(errno, (value = new ErrnoValue(errno)));
  return value as Errno as Errno<Code>;
}
