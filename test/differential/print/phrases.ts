import type { Condition } from "../language/condition.js";
import type { Argument, Expression, ReferenceExpression } from "../language/expression.js";
import type { Place } from "../language/place.js";

/** What the two languages write differently inside a phrase. */
interface Words {
  readonly expression: (value: Expression) => string;
  readonly borrow: (place: Place) => string;
}

/** The phrases that Rust and TypeScript write alike. */
interface Phrases {
  readonly reference: (value: ReferenceExpression) => string;
  readonly condition: (value: Condition) => string;
  readonly argument: (value: Argument) => string;
}

/** Prints references, conditions and arguments with a dialect's words. */
export function phrasesOf({ expression, borrow }: Words): Phrases {
  const reference = (value: ReferenceExpression): string => {
    switch (value.kind) {
      case "borrow":
        return borrow(value.place);
      case "same":
        return `same_${value.type}(${reference(value.value)})`;
      case "either":
        return `either_${value.type}(${reference(value.left)}, ${reference(value.right)})`;
    }
  };
  const condition = (value: Condition): string => {
    switch (value.kind) {
      case "opaque":
        return "cond()";
      case "not":
        return `!(${condition(value.value)})`;
      case "and":
        return `(${condition(value.left)} && ${condition(value.right)})`;
      case "or":
        return `(${condition(value.left)} || ${condition(value.right)})`;
      case "take":
        return `take(${expression(value.value)})`;
      case "look":
        return `check(${reference(value.value)})`;
    }
  };
  return {
    reference,
    condition,
    argument: (value) => (value.by === "value" ? expression(value.value) : reference(value.value)),
  };
}
