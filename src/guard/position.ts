import { perProcess } from "./per-process.js";

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

/** A public function, method or class: the frames above it are the program's. */
type Entry = ((...args: never[]) => unknown) | (abstract new (...args: never[]) => unknown);

/** How many places of one job are recorded, and of how many more one is. */
const FIRST = 128;
const THEN_ONE_IN = 64;

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Read as a bundler replaces it, and where there is no `process`. */
function inProduction(): boolean {
  try {
    return process.env.NODE_ENV === "production";
  } catch {
    return false;
  }
}

const mode = perProcess("positions", () => ({ on: !inProduction(), all: false }));
const resolved = Promise.resolve();
let captured = 0;

/**
 * Whether the guard records where values are made and consumed: unless told otherwise, it does where `NODE_ENV` is not
 * `production`.
 *
 * A place is a walk of the stack, which takes longer than everything else the guard does. Of a job that asks for more
 * than 128 places, one in 64 of the others is recorded; with `"all"`, each is. Without places every misuse is refused
 * all the same; the error can't say where.
 *
 * @param on `true`, `false`, or `"all"`.
 *
 * @example
 * import { recordPositions } from "movecheck/guard";
 *
 * recordPositions(false);
 */
export function recordPositions(on: boolean | "all"): void {
  mode.on = on !== false;
  mode.all = on === "all";
}

/** Whether places are recorded. */
export function recordsPositions(): boolean {
  return mode.on;
}

/** Whether the next place of this job is one to record. */
function isDue(): boolean {
  if (!mode.on) return false;
  if (captured === 0) void resolved.then(endOfJob);
  captured++;
  return captured <= FIRST || captured % THEN_ONE_IN === 0 || mode.all;
}

function endOfJob(): void {
  captured = 0;
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
  readonly #skip: number;

  private constructor(holder: { stack?: string }, skip: number) {
    this.#holder = holder;
    this.#skip = skip;
  }

  /** The place that called `entry`; nothing when recording is off. */
  static above(entry: Entry): Position | undefined {
    return isDue() ? Position.#capture(entry, CALLER, 0) : undefined;
  }

  /** The place whose scope ended, or that called the dispose method `entry`. */
  static disposing(entry: Entry): Position | undefined {
    return isDue() ? Position.#capture(entry, BEHIND_USING, 0) : undefined;
  }

  /** The place that called what called `entry`; where nothing did, the latter. */
  static behind(entry: Entry): Position | undefined {
    return isDue() ? Position.#capture(entry, CALLER + 1, 1) : undefined;
  }

  static #capture(entry: Entry, frames: number, skip: number): Position | undefined {
    const capture = Error as StackCapture;
    if (capture.captureStackTrace === undefined) return new Position(new Error(), skip);
    const limit = capture.stackTraceLimit;
    const holder = {};
    try {
      capture.stackTraceLimit = frames;
      capture.captureStackTrace(holder, entry);
      if (limit !== undefined) capture.stackTraceLimit = limit;
    } catch {
      return undefined; // a frozen Error: there is no cheap way left
    }
    return new Position(holder, skip);
  }

  /** `file:line:column`; empty where the engine gives no such thing. */
  toString(): string {
    this.settle();
    return this.#text ?? "";
  }

  /** Reads the place out, and lets go of the stack. */
  settle(): void {
    if (this.#holder === undefined) return;
    this.#text = locationOf(this.#holder.stack ?? "", this.#skip);
    this.#holder = undefined;
  }
}

/** The first place of a stack that is not the compiled form of `using`, `skip` frames up where there are as many. */
function locationOf(stack: string, skip: number): string {
  const frames = stack.split("\n").filter((line) => LOCATION.test(line));
  const helper = frames.findIndex((line) => DISPOSE_HELPER.test(line));
  const found = LOCATION.exec(frames[helper + 1 + skip] ?? frames[helper + 1] ?? frames[0] ?? "")?.[1];
  return found === undefined ? "" : found.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, "");
}
