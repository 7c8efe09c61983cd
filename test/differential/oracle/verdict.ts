import type { Place } from "../language/place.js";
import type { Statement } from "../language/statement.js";

/** The errors of a function body that both oracles know. The last three only make a program unfit for comparison. */
export type ErrorCode = "E0382" | "E0505" | "E0507" | "E0509" | "E0525" | "E0381" | "E0506" | "unreached E0525";

/** One error of one line, with what the repair needs to know. */
export interface Violation {
  readonly code: ErrorCode;
  readonly line: number;
  readonly statement: Statement;
  readonly place?: Place;
}

/** A value that some path loses. */
export interface Leak {
  /** The variable or field; absent for a temporary. */
  readonly place?: Place;
  /** Where it is lost: the line of the overwriting, discarding or leaving statement, or of the block's last statement. */
  readonly line: number;
  /** Only because a call threw. */
  readonly exceptional: boolean;
  /** The statement that leaves, or undefined at the end of a block. */
  readonly statement?: Statement;
}

/** What running every path of a function found. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly leaks: readonly Leak[];
}

/** Thrown when a function has too many different stores to enumerate. */
export class TooManyPaths extends Error {}
