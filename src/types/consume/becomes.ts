import type { Fitting } from "../moved/fitting.js";
import type { NotMoved } from "../not-moved.js";

/** The constraint tsc checks the declaration of a consumer's predicate with. */
export interface Declared {
  before: 1;
}

/** What a consumer is instantiated with where it is called: `Declared & Called`. */
export interface Called {
  after: 1;
}

/**
 * The predicate of a consumer named `By`: what its argument of type `T` becomes.
 *
 * A type predicate must be assignable to its parameter's type (TS2677), and a moved value is just what the parameter
 * refuses. So the predicate is checked with `M = Declared`, for which it is the parameter's own type, and used with
 * `M = Declared & Called`, for which it is the moved one. `M` has to be a type parameter of the enclosing interface.
 */
export type Becomes<T, By extends string, M extends Declared, After = Fitting<T, By>> = M extends Called
  ? After
  : NotMoved<T>;
