import type { Condition } from "./condition.js";
import type { OwnedType } from "./owned-type.js";
import type { Place } from "./place.js";

/** An expression whose value is owned by whoever receives it. */
export type Expression =
  | { readonly kind: "make"; readonly type: OwnedType }
  | { readonly kind: "move"; readonly place: Place }
  | { readonly kind: "literal"; readonly type: OwnedType; readonly fields: readonly Expression[] }
  /** Takes a value and gives one of the same type back. */
  | { readonly kind: "pass"; readonly type: OwnedType; readonly value: Expression }
  | {
      readonly kind: "conditional";
      readonly condition: Condition;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

/** An expression whose value is a reference. */
export type ReferenceExpression =
  /** Of a value: `&x.a`. Of a reference: the reference itself, or a reborrow of a field. */
  | { readonly kind: "borrow"; readonly place: Place }
  /** A function that returns the reference it was given. */
  | { readonly kind: "same"; readonly type: OwnedType; readonly value: ReferenceExpression }
  /** A function that returns one of two references. */
  | {
      readonly kind: "either";
      readonly type: OwnedType;
      readonly left: ReferenceExpression;
      readonly right: ReferenceExpression;
    };

/** An argument of a call, by value or by reference, with the parameter's type. */
export type Argument =
  | { readonly by: "value"; readonly type: OwnedType; readonly value: Expression }
  | { readonly by: "reference"; readonly type: OwnedType; readonly value: ReferenceExpression };
