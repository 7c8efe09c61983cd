interface StackCapture {
  stackTraceLimit?: number;
  captureStackTrace?(holder: object, above: unknown): void;
}

/** The caller's own frame; each further one costs as much as a tenth of the capture. */
const CALLER = 1;
/** Enough for the caller behind the helper that `using` is compiled to (two frames). */
const BEHIND_USING = 4;
const DISPOSE_HELPER = /\bat (?:async )?(?:\S*\.)?(?:__disposeResources|__callDispose)\b/;
const LOCATION = /((?:[a-z][a-z+.-]*:|\/|[A-Za-z]:\\|<|\.)[^()]*?:\d+:\d+)\)?$/;

let enabled = true;

/**
 * Whether the guard records where values are made and consumed; it does unless told otherwise.
 *
 * Recording walks the stack, which is most of what the guard costs (see `docs/reservation.md`).
 * Without it every misuse is refused all the same; the error can't say where.
 *
 * @example
 * import { recordPositions } from "movecheck/fd";
 *
 * recordPositions(false);
 */
export function recordPositions(on: boolean): void {
  enabled = on;
}

/**
 * A place in the program, captured as cheaply as a stack can be: it is read out only when shown.
 *
 * @example
 * const made = Position.above(fd_install);
 * made?.toString(); // "/app/receive.ts:12:9"
 */
export class Position {
  #holder: { stack?: string } | undefined;
  #text: string | undefined;

  private constructor(holder: { stack?: string }) {
    this.#holder = holder;
  }

  /** The place that called `entry`; nothing when recording is off. */
  static above(entry: (...args: never[]) => unknown): Position | undefined {
    return enabled ? Position.#capture(entry, CALLER) : undefined;
  }

  /** The place whose scope ended, or that called the dispose method `entry`. */
  static disposing(entry: (...args: never[]) => unknown): Position | undefined {
    return enabled ? Position.#capture(entry, BEHIND_USING) : undefined;
  }

  static #capture(entry: (...args: never[]) => unknown, frames: number): Position | undefined {
    const capture = Error as StackCapture;
    const limit = capture.stackTraceLimit;
    try {
      capture.stackTraceLimit = frames;
      if (capture.captureStackTrace === undefined) return new Position(new Error("position"));
      const holder = {};
      capture.captureStackTrace(holder, entry);
      return new Position(holder);
    } catch {
      return undefined; // a frozen Error: there is no cheap way left
    } finally {
      try {
        if (limit !== undefined) capture.stackTraceLimit = limit;
      } catch {
        // Frozen, so it was not changed.
      }
    }
  }

  /** `file:line:column`; empty where the engine gives no such thing. */
  toString(): string {
    this.settle();
    return this.#text ?? "";
  }

  /** Reads the place out, and lets go of the stack. */
  settle(): void {
    if (this.#holder === undefined) return;
    this.#text = locationOf(this.#holder.stack ?? "");
    this.#holder = undefined;
  }
}

/** The first place of a stack that is not the compiled form of `using`. */
function locationOf(stack: string): string {
  const frames = stack.split("\n").filter((line) => LOCATION.test(line));
  const helper = frames.findIndex((line) => DISPOSE_HELPER.test(line));
  const found = LOCATION.exec(frames[helper + 1] ?? frames[0] ?? "")?.[1];
  return found === undefined ? "" : found.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, "");
}
