import type { Expression, ReferenceExpression } from "./expression.js";

/** A boolean whose outcome nobody knows; evaluating it may move or borrow. */
export type Condition =
  | { readonly kind: "opaque" }
  | { readonly kind: "not"; readonly value: Condition }
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "take"; readonly value: Expression }
  | { readonly kind: "look"; readonly value: ReferenceExpression };
