import type { FunctionUse, MoveSite } from "../../checker/query/file-facts.js";
import type { Span } from "../../checker/syntax/span.js";
import { isWithinSpan, shiftSpan } from "../../checker/syntax/span.js";

/** The moves and functions of a unit, or of several. */
export interface UnitFacts {
  readonly moves: readonly MoveSite[];
  readonly functions: readonly FunctionUse[];
}

/**
 * The facts of one unit, once somebody has asked for them. It goes with the unit from version to version, for as long as nothing
 * in the unit can have changed.
 */
export class FactsCache {
  /** Spans count from the unit's own start. */
  #facts: UnitFacts | undefined;

  /** The facts where the unit is now; `undefined` if nobody has asked for them yet. */
  at(start: number): UnitFacts | undefined {
    return this.#facts && shiftFacts(this.#facts, start);
  }

  /** Takes the part of some facts that lies in the unit. */
  put({ moves, functions }: UnitFacts, unit: Span): void {
    const isInside = ({ span }: { readonly span: Span }): boolean => isWithinSpan(span, unit);
    this.#facts = shiftFacts({ moves: moves.filter(isInside), functions: functions.filter(isInside) }, -unit.start);
  }
}

/** Facts with other positions. */
function shiftFacts({ moves, functions }: UnitFacts, by: number): UnitFacts {
  return {
    moves: moves.map((move) => ({ ...move, span: shiftSpan(move.span, by) })),
    functions: functions.map((use) => ({
      span: shiftSpan(use.span, by),
      parameters: use.parameters.map((parameter) => ({ ...parameter, span: shiftSpan(parameter.span, by) })),
    })),
  };
}
