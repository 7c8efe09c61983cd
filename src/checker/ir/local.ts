import type { TSESTree } from "@typescript-eslint/types";
import type { Span } from "../syntax/span.js";
import type { TypeFacts } from "../oracle/type-facts.js";
import type { MovePath } from "./move-path.js";

/**
 * Where a local comes from.
 *
 * - `variable`, `parameter`, `this`: as written.
 * - `temporary`: a value without a name: a call's result, an argument on its way, a lent reference.
 * - `capture`: an outer variable as seen from inside a function.
 */
export type LocalKind = "variable" | "parameter" | "this" | "temporary" | "capture";

/**
 * Who owns what a local gives access to, when it is not the local itself.
 *
 * - `borrowed`: it is a `Ref`, or was lent ({@link TypeFacts.ownership} `borrow`, `map.get(k)`).
 * - `module`: a module-level binding, seen from inside a function.
 * - `captured`: an outer variable, seen from a function that can run again.
 */
export type NotOwned = "borrowed" | "module" | "captured";

/** One storage location of a function that can hold something linear or lent. */
export interface Local {
  /** Its number in the function; printed as `_3`. */
  readonly id: number;
  readonly name: string;
  readonly kind: LocalKind;
  /** Where it is introduced; for a temporary the expression it holds. */
  readonly node: TSESTree.Node;
  readonly facts: TypeFacts;
  /** Declared by `using` or `await using`: disposed of on every exit, so that it never leaks. */
  readonly using: boolean;
  /** Why a value can't be moved out of it; `undefined` when it owns its value. */
  readonly notOwned: NotOwned | undefined;
  /** Where `const` may become `using`. */
  constKeyword?: Span;
  /** Holds a function that consumes what it captured: calling it moves it. */
  fnOnce: boolean;
  /** It, or a reference to it, is returned. */
  returned: boolean;
  /** A captured variable that this function does not own: what it puts there is owed outside. */
  capturedByReference: boolean;
  /** The receiver of drop glue: what its fields hold is this function's to consume, and nobody looks at them afterwards. */
  readonly endsHere: boolean;
  /** Its whole-value path; the tree below it is made on demand. */
  readonly root: MovePath;
  /** All its paths, `root` first; a path's `index` is its position here. */
  readonly paths: MovePath[];
}
