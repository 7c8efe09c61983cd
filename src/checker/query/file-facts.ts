import type { Span } from "../syntax/span.js";

/** A place in the text where a value leaves its variable or field. */
export interface MoveSite {
  /** The expression that is moved: `fd` in `fd_install(fd, file)`. */
  readonly span: Span;
  /** The place as written: "fd", "pair.a". */
  readonly place: string;
  /** What moves it, when it is a call: "fd_install". */
  readonly by?: string;
}

/**
 * - `live`: holds its value on every path to this point.
 * - `moved`: on no path.
 * - `maybe-moved`: on some paths only.
 */
export type State = "live" | "moved" | "maybe-moved";

/** What is known of a variable or field just before it is used at a point. */
export interface PlaceState {
  readonly span: Span;
  readonly place: string;
  readonly state: State;
  /** Not the whole of it is moved, but a part of it. */
  readonly partially: boolean;
  /** The moves that reach this point, in order of position. */
  readonly moves: readonly MoveSite[];
}

/** What a function does with one of its parameters, by the declared type. */
export interface ParameterUse {
  readonly name: string;
  readonly span: Span;
  readonly passes: "consumes" | "borrows";
}

/** A function with a parameter that is linear or lent. */
export interface FunctionUse {
  /** From the first token of the declaration; editors show the summary above its line. */
  readonly span: Span;
  readonly parameters: readonly ParameterUse[];
}

/** What an editor may ask about one file, beyond its diagnostics. */
export interface FileFacts {
  /** The state of the linear variable or field written at an offset; nothing when none is written there. */
  stateAt(offset: number): PlaceState | undefined;
  /** Every place that moves the variable written at an offset, its fields included, in order of position. */
  movesOf(offset: number): readonly MoveSite[];
  /** Every move in the file, in order of position. */
  readonly moves: readonly MoveSite[];
  /** The functions with linear or lent parameters, in order of position. */
  readonly functions: readonly FunctionUse[];
}

/** The facts of a file in which nothing is linear. */
export const NO_FACTS: FileFacts = { stateAt: () => undefined, movesOf: () => [], moves: [], functions: [] };
