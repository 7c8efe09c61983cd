/**
 * Why the run time refused a call. Each code is documented in `docs/own-types.md` and `docs/reservation.md`.
 *
 * @example
 * import { MovecheckError } from "movecheck/fd";
 *
 * process.on("uncaughtException", (error) => {
 *   if (error instanceof MovecheckError && error.code === "ERR_MOVECHECK_MOVED") console.error(error.made);
 * });
 */
export type MovecheckErrorCode =
  | "ERR_MOVECHECK_MOVED"
  | "ERR_MOVECHECK_TASK_ENDED"
  | "ERR_MOVECHECK_OTHER_TASK"
  | "ERR_MOVECHECK_NOT_SEND"
  | "ERR_MOVECHECK_CLONE"
  | "ERR_MOVECHECK_FOREIGN"
  | "ERR_MOVECHECK_BAD_ARGUMENT"
  | "ERR_MOVECHECK_BATCH_LENGTH"
  | "ERR_MOVECHECK_TABLE_CLOSED"
  | "ERR_MOVECHECK_NOT_RESERVED"
  | "ERR_MOVECHECK_UNSHARE"
  | "ERR_MOVECHECK_INSTALL"
  | "ERR_MOVECHECK_NO_ROOM"
  | "ERR_MOVECHECK_UNSUPPORTED_PLATFORM"
  | "ERR_MOVECHECK_MISSING_KOFFI";

/** Where a value was made and consumed, as `file:line:column`; absent where it was not recorded. */
export interface Positions {
  readonly made?: string | undefined;
  readonly consumed?: string | undefined;
}

const BRAND = Symbol.for("movecheck.error");

/**
 * A misuse that the types could not stop, refused before it changed anything.
 *
 * It is thrown, unlike `Errno`: a lack of room is an answer, a second commit is a bug in the caller.
 *
 * @example
 * import { MovecheckError, type CurrentTask, with_current } from "movecheck/fd";
 *
 * declare function untyped(current: CurrentTask<unknown>): void;
 * try {
 *   with_current((current) => { untyped(current as never); });
 * } catch (error) {
 *   if (error instanceof MovecheckError) console.error(error.code, error.made, error.consumed);
 * }
 */
export class MovecheckError extends Error {
  override readonly name = "MovecheckError";
  readonly code: MovecheckErrorCode;
  /** Where the value was made, when that was recorded. */
  readonly made: string | undefined;
  /** Where the value was consumed, when it was and that was recorded. */
  readonly consumed: string | undefined;

  /** Also one that another copy of movecheck in this process threw. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const ours = typeof value === "object" && value !== null && BRAND in value;
    return ours && (this === MovecheckError || Object.prototype.isPrototypeOf.call(this.prototype, value));
  }

  constructor(code: MovecheckErrorCode, message: string, positions: Positions = {}) {
    super(message);
    Object.defineProperty(this, BRAND, { value: true });
    this.code = code;
    this.made = positions.made;
    this.consumed = positions.consumed;
  }
}
