import type { MovePath } from "../../../ir/move-path.js";
import type { Value } from "../value.js";

/**
 * Whether a value that reads as owned is somebody else's, so that reading it lends it: `this.x`, a field of a module's
 * binding, `map.get(k)`. TypeScript writes no `&`; where rustc would refuse `let c = self.x`, an author means a look.
 *
 * @example
 * // const c = this.primary ?? this.fallback;   // lent: consuming `c` is MC0507
 */
export function isLent(value: Value): boolean {
  if (value.kind === "none" || value.kind === "handle" || value.facts.ownership !== "owned" || value.facts.fnOnce)
    return false;
  if (value.kind === "lent") return true;
  const { local, parent } = value.path;
  if (local.endsHere) return parent !== undefined;
  switch (local.notOwned) {
    case "module":
      return true;
    case "borrowed":
      return parent !== undefined;
    default:
      return false;
  }
}

/** Whether a value is the receiver itself, lent to its own method, as in `const self = this`. */
export function isReceiver(value: Value): boolean {
  return value.kind === "place" && value.facts.ownership === "borrow" && value.path.local.name === "this";
}

/** The place that keeps a lent value, where it is known. */
export function lenderOf(value: Value): MovePath | undefined {
  switch (value.kind) {
    case "place":
      return value.computed ? undefined : value.path;
    case "lent":
      return value.lender;
    case "handle":
    case "none":
      return undefined;
  }
}
