import type { TSESTree } from "@typescript-eslint/types";
import { BORROWING_CLOSURE } from "../builder/bindings.js";
import { lowerExpression, readExpression } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { isPure } from "../../syntax/is-pure.js";
import { extendLoan, read, use } from "../builder/transfer.js";
import { NONE, type Value } from "../builder/value.js";

/**
 * Lowers `a + b + ...` along its left spine without recursion. Operands are borrowed, the left one until
 * the right one has been evaluated, as in `PartialEq::eq(&a, &b)`; what holds nothing linear is copied.
 */
export function lowerBinary(b: FunctionBuilder, node: TSESTree.BinaryExpression): Value {
  const spine: TSESTree.BinaryExpression[] = [];
  let first: TSESTree.Expression | TSESTree.PrivateIdentifier = node;
  while (first.type === "BinaryExpression") {
    spine.push(first);
    first = first.left;
  }
  let left: Value = first.type === "PrivateIdentifier" ? NONE : lowerExpression(b, first, "borrow");
  for (let at = spine.pop(); at !== undefined; at = spine.pop()) {
    if (left.kind === "none" || left.kind === "handle") {
      readExpression(b, at.right);
    } else if (isPure(at.right) || (left.kind === "place" && left.facts.ownership === "none")) {
      read(b, left, at.left, { kind: "borrow" });
      readExpression(b, at.right);
    } else {
      const loanHolder = b.temporary(at.left, BORROWING_CLOSURE);
      if (left.kind === "place") use(b, left, { kind: "borrow" }, at.left, loanHolder);
      readExpression(b, at.right);
      extendLoan(b, loanHolder, at.left);
    }
    left = NONE;
  }
  return left;
}
