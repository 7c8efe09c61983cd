import type { CheckResult } from "../../checker/check-result.js";
import type { Unsupported } from "../../checker/ir/unsupported.js";
import type { Diagnostic, Edit, Related } from "../../checker/diagnostics/diagnostic.js";
import { isWithinSpan, shiftSpan, type Span } from "../../checker/syntax/span.js";

/** What was found in one unit. Its spans count from the unit's own start, so that it stays true when the unit moves. */
export interface UnitResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly unsupported: readonly Unsupported[];
}

/**
 * Takes a unit's part out of a result.
 *
 * @param result of the file, or of a part of it with the unit
 * @param unit where the unit is in the text that was checked
 * @returns nothing when something in it points outside the unit: that can't be kept by itself
 */
export function unitResult(result: CheckResult, unit: Span): UnitResult | undefined {
  const diagnostics = result.diagnostics.filter(({ span }) => isWithinSpan(span, unit));
  if (!diagnostics.every((diagnostic) => pointsWithin(diagnostic, unit))) return undefined;
  return shiftSpans(
    { diagnostics, unsupported: result.unsupported.filter(({ span }) => isWithinSpan(span, unit)) },
    -unit.start,
  );
}

/** A unit's result where the unit is now. */
export function placedAt(result: UnitResult, start: number): UnitResult {
  return shiftSpans(result, start);
}

function pointsWithin({ related, fix }: Diagnostic, unit: Span): boolean {
  return (
    related.every(({ span, file }) => file === undefined && isWithinSpan(span, unit)) &&
    (fix?.edits ?? []).every(({ span }) => isWithinSpan(span, unit))
  );
}

function shiftSpans({ diagnostics, unsupported }: UnitResult, by: number): UnitResult {
  const at = (span: Span): Span => shiftSpan(span, by);
  const related = (each: Related): Related => ({ ...each, span: at(each.span) });
  const edit = (each: Edit): Edit => ({ ...each, span: at(each.span) });
  return {
    diagnostics: diagnostics.map((each) => ({
      ...each,
      span: at(each.span),
      related: each.related.map(related),
      ...(each.fix === undefined ? {} : { fix: { ...each.fix, edits: each.fix.edits.map(edit) } }),
    })),
    unsupported: unsupported.map((each) => ({ ...each, span: at(each.span) })),
  };
}
