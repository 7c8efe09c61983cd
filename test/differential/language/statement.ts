import type { Condition } from "./condition.js";
import type { Argument, Expression, ReferenceExpression } from "./expression.js";
import type { OwnedType } from "./owned-type.js";
import type { Place } from "./place.js";

/** Statements in order. */
export type Block = readonly Statement[];

/** One statement; a simple one is printed on one line in both languages. */
export type Statement =
  | {
      readonly kind: "let";
      readonly name: string;
      readonly type: OwnedType;
      readonly value?: Expression;
      readonly using?: boolean;
    }
  | {
      readonly kind: "let-reference";
      readonly name: string;
      readonly type: OwnedType;
      readonly value: ReferenceExpression;
    }
  | { readonly kind: "let-closure"; readonly name: string; readonly body: Block }
  | { readonly kind: "assign"; readonly place: Place; readonly value: Expression }
  /** `method` prints a one-argument call of a Token as `x.done()` or `x.peek()`. */
  | { readonly kind: "call"; readonly arguments: readonly Argument[]; readonly method?: boolean }
  | { readonly kind: "discard"; readonly value: Expression }
  | { readonly kind: "test"; readonly condition: Condition }
  | { readonly kind: "call-closure"; readonly name: string }
  /** `once` takes FnOnce, `many` takes Fn. */
  | { readonly kind: "pass-closure"; readonly to: "once" | "many"; readonly name: string }
  /** `once(|| ...)`: a closure without a name. */
  | { readonly kind: "pass-new-closure"; readonly to: "once" | "many"; readonly body: Block }
  | { readonly kind: "if"; readonly condition: Condition; readonly then: Block; readonly otherwise?: Block }
  | { readonly kind: "while"; readonly label: string; readonly condition: Condition; readonly body: Block }
  | { readonly kind: "loop"; readonly label: string; readonly body: Block }
  | { readonly kind: "match"; readonly arms: readonly Block[] }
  | { readonly kind: "block"; readonly label: string; readonly body: Block }
  | { readonly kind: "break" | "continue"; readonly label: string }
  | { readonly kind: "return"; readonly value?: Expression }
  /** TypeScript only. At least one of `handler` and `finalizer`. */
  | { readonly kind: "try"; readonly body: Block; readonly handler?: Block; readonly finalizer?: Block }
  /** TypeScript only. */
  | { readonly kind: "throw" };
