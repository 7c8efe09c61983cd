import type TypeScript from "typescript";
import type { OracleContext } from "./context.js";

/** The brands that a type has itself. */
export interface OwnBrands {
  /** Extends `Linear`: the property keyed by the state brand has an `own`. */
  readonly own: boolean;
  /** A `Ref<T>`: it has a state without `own`. */
  readonly borrow: boolean;
  /** `NotThreadSafe`. */
  readonly notSend: boolean;
  /** `Once<F>`. */
  readonly fnOnce: boolean;
  /** `Moved<T, By>`: its state's `use` is a sentence. */
  readonly moved: boolean;
}

const NONE: OwnBrands = { own: false, borrow: false, notSend: false, fnOnce: false, moved: false };

/**
 * Looks for brands among a type's properties.
 *
 * Unions have none themselves (their parts have); an intersection has those of all its parts.
 */
export function inspectBrands({ ts, checker, registry }: OracleContext, type: TypeScript.Type): OwnBrands {
  if (!registry.present || (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return NONE;
  const found = { ...NONE };
  for (const property of checker.getPropertiesOfType(type)) {
    if (registry.isBrand(property, "notSend")) found.notSend = true;
    else if (registry.isBrand(property, "callOnce")) found.fnOnce = true;
    else if (registry.isBrand(property, "state")) {
      const state = checker.getTypeOfSymbol(property);
      const use = checker.getPropertyOfType(state, "use");
      found.own = (state.flags & ts.TypeFlags.Any) !== 0 || checker.getPropertyOfType(state, "own") !== undefined;
      found.borrow = !found.own;
      found.moved = use !== undefined && registry.isMessage(checker.getTypeOfSymbol(use));
    }
  }
  return found;
}
