import type { FunctionUse, MoveSite, PlaceState } from "./file-facts.js";

/** Tells the line of an offset, from 1. */
export type LineOf = (offset: number) => number;

/**
 * The state of a variable in one sentence, as editors show it on hover.
 *
 * @example
 * // `fd`: moved by fd_install() at line 12
 */
export function stateText({ place, ...state }: PlaceState, lineOf: LineOf): string {
  return `\`${place}\`: ${stateWords(state, lineOf)}`;
}

function stateWords({ state, partially, moves }: Omit<PlaceState, "place">, lineOf: LineOf): string {
  const lines = [...new Set(moves.map(({ span }) => lineOf(span.start)))];
  const moved = partially ? "partially moved" : "moved";
  switch (state) {
    case "live":
      return "live";
    case "moved":
      return `${moved} ${moves.map((move) => `${byWords(move)}at line ${lineOf(move.span.start)}`).join(", ")}`;
    case "maybe-moved":
      return `${moved} on some paths: ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
  }
}

const byWords = ({ by }: MoveSite): string => (by === undefined ? "" : `by ${by}() `);

/** The text of an inlay hint at a move. */
export const MOVED_HINT = "moved";

/** What an inlay hint at a move says when pointed at. */
export function moveText(move: MoveSite): string {
  return `\`${move.place}\` is moved here${move.by === undefined ? "" : ` by ${move.by}()`}`;
}

/**
 * What a function does with its parameters, in one line.
 *
 * @example
 * // consumes `fd`, borrows `current`
 */
export function parametersText({ parameters }: FunctionUse): string {
  return parameters.map(({ name, passes }) => `${passes} \`${name}\``).join(", ");
}
