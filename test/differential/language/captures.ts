import type { Place } from "./place.js";
import type { Block, Statement } from "./statement.js";
import { fieldsOf, isLinearItself, typeAt } from "./owned-type.js";
import { blocksOf, usesOfBlock } from "./uses.js";
import type { Variable } from "./variable.js";

/** What a closure takes from around it: a place by value, a place of a value by reference, or a reference variable. */
export interface Capture {
  readonly by: "value" | "reference";
  readonly place: Place;
}

function namesDeclaredIn(block: Block): readonly string[] {
  return block.flatMap((statement: Statement) => [
    ...("name" in statement && statement.kind.startsWith("let") ? [statement.name] : []),
    ...blocksOf(statement).flatMap(namesDeclaredIn),
  ]);
}

/** A by-value capture stops at the first value that implements Drop, as nothing can be moved out of it. */
function untilDropGlue(place: Place, root: Variable): Place {
  if (root.kind !== "value") return place;
  const stop = place.path.findIndex((_, at) => {
    const type = typeAt(root.type, place.path.slice(0, at));
    return isLinearItself(type) && fieldsOf[type].length > 0;
  });
  return stop < 0 ? place : { root: place.root, path: place.path.slice(0, stop) };
}

/**
 * The captures of a closure, disjoint fields apart (edition 2021): each place once, an ancestor for its descendants, by
 * value as soon as one use is.
 *
 * Source: RFC 2229; `rustc_hir_typeck::upvar`.
 */
export function capturesOf(body: Block, outer: ReadonlyMap<string, Variable>): readonly Capture[] {
  const own = new Set(namesDeclaredIn(body));
  const captures: Capture[] = [];
  for (const { how, place } of usesOfBlock(body)) {
    const root = outer.get(place.root);
    if (own.has(place.root) || !root) continue;
    // Through a reference nothing can be taken by value: the reference itself is captured.
    let merged: Capture =
      root.kind === "value"
        ? how === "move"
          ? { by: "value", place: untilDropGlue(place, root) }
          : { by: "reference", place }
        : { by: "reference", place: { root: place.root, path: [] } };
    for (let at = captures.length - 1; at >= 0; at--) {
      const other = captures[at]!;
      if (!related(other.place, merged.place)) continue;
      captures.splice(at, 1);
      merged = {
        by: other.by === "value" || merged.by === "value" ? "value" : "reference",
        place: other.place.path.length < merged.place.path.length ? other.place : merged.place,
      };
    }
    captures.push(merged);
  }
  return captures;
}

function related(left: Place, right: Place): boolean {
  const length = Math.min(left.path.length, right.path.length);
  return left.root === right.root && left.path.slice(0, length).join() === right.path.slice(0, length).join();
}
