import type { TSESTree } from "@typescript-eslint/types";
import { fieldPath, type MovePath } from "../../ir/move-path.js";
import { localOf } from "../builder/bindings.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { fieldName } from "../builder/field-name.js";

/** Whether the variable that an expression starts from has one value for good. */
export function isConstant(b: FunctionBuilder, expression: TSESTree.Expression): boolean {
  let at = withoutCasts(expression);
  while (at.type === "MemberExpression") at = withoutCasts(at.object);
  const binding = at.type === "Identifier" ? b.context.scopes.bindingOf.get(at) : undefined;
  return binding !== undefined && !binding.reassigned;
}

/** The place that an expression names, without evaluating it. */
export function placeOf(b: FunctionBuilder, expression: TSESTree.Expression): MovePath | undefined {
  const names: string[] = [];
  let at = expression;
  for (;;) {
    switch (at.type) {
      case "Identifier":
      case "ThisExpression": {
        const binding = b.context.scopes.bindingOf.get(at);
        const local = binding === undefined ? undefined : localOf(b, binding);
        return local === undefined ? undefined : names.reduceRight(fieldPath, local.root);
      }
      case "MemberExpression": {
        const name = fieldName(b, at);
        if (name === undefined) return undefined;
        names.push(name);
        at = at.object;
        break;
      }
      case "AssignmentExpression":
        if (at.operator !== "=" || at.left.type === "ObjectPattern" || at.left.type === "ArrayPattern")
          return undefined;
        at = at.left;
        break;
      case "ChainExpression":
      case "TSNonNullExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        at = at.expression;
        break;
      default:
        return undefined;
    }
  }
}

export function withoutCasts(node: TSESTree.Expression): TSESTree.Expression {
  let at = node;
  while (
    at.type === "ChainExpression" ||
    at.type === "TSNonNullExpression" ||
    at.type === "TSAsExpression" ||
    at.type === "TSSatisfiesExpression" ||
    at.type === "TSTypeAssertion"
  ) {
    at = at.expression;
  }
  return at;
}
