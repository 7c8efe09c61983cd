import type { TSESTree } from "@typescript-eslint/types";
import type { Local } from "../../ir/local.js";
import type { MovePath } from "../../ir/move-path.js";
import type { TypeFacts } from "../../oracle/type-facts.js";
import type { Held } from "../../points-to/points-to.js";

/** Which parts of a fresh object or array hold something linear; what is not named holds nothing. */
export type Shape = ReadonlyMap<string, Shape | undefined>;

/** A place, not looked at yet: the context decides whether it is moved, lent or only read. */
export interface PlaceValue {
  readonly kind: "place";
  readonly path: MovePath;
  /** The type at this point, as narrowed. */
  readonly facts: TypeFacts;
  readonly node: TSESTree.Node;
  /** As written, where that says more than the path: `a[i]`. */
  readonly text: string;
  /** It is an element by computed index of `path`. */
  readonly computed: boolean;
  /** Known of a fresh literal. */
  readonly shape?: Shape | undefined;
}

/** References, held by a temporary: the result of a call that lends, a closure that borrows. */
export interface LentValue {
  readonly kind: "lent";
  /** The place that lends it, where it is known: `map.get(k)`. */
  readonly lender?: MovePath | undefined;
  readonly loanHolder: Local;
  readonly facts: TypeFacts;
  readonly node: TSESTree.Node;
}

/** What is, or has in it, a resource: an object with an obligation, of which names are aliases. */
export interface HandleValue {
  readonly kind: "handle";
  readonly path: MovePath;
  /** What it may be, or have in it. */
  readonly held: readonly Held[];
  /** Nothing of it is linear. */
  readonly facts: TypeFacts;
  readonly node: TSESTree.Node;
  readonly text: string;
  /** The functions that it may be, when it is a closure that captured resources. */
  readonly functions?: readonly TSESTree.Node[];
}

/** The value of an expression, as far as ownership goes. */
export type Value = PlaceValue | LentValue | HandleValue | { readonly kind: "none" };

/** A value that holds nothing to look after. */
export const NONE: Value = { kind: "none" };
