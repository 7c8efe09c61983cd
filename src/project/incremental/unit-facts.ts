import type { FunctionUse, MoveSite } from "../../checker/query/file-facts.js";
import type { Span } from "../../checker/syntax/span.js";

/** The moves and functions of one unit; spans count from the unit's own start. */
export interface UnitFacts {
  readonly moves: readonly MoveSite[];
  readonly functions: readonly FunctionUse[];
}

/** Where a unit's facts are put once somebody asked for them; it goes with the unit from version to version. */
export interface FactsCache {
  facts?: UnitFacts;
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The part of some facts that lies in a unit, counted from its start. */
export function factsOfUnit({ moves, functions }: UnitFacts, unit: Span): UnitFacts {
  const within = ({ span }: { readonly span: Span }): boolean => unit.start <= span.start && span.end <= unit.end;
  return shiftFacts({ moves: moves.filter(within), functions: functions.filter(within) }, -unit.start);
}

/** Facts with other positions. */
export function shiftFacts({ moves, functions }: UnitFacts, by: number): UnitFacts {
  return {
    moves: moves.map((move) => ({ ...move, span: shifted(move.span, by) })),
    functions: functions.map((use) => ({
      span: shifted(use.span, by),
      parameters: use.parameters.map((parameter) => ({ ...parameter, span: shifted(parameter.span, by) })),
    })),
  };
}
