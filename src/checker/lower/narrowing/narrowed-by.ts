import type { TSESTree } from "@typescript-eslint/types";
import type { Test } from "../../oracle/refinement.js";
import { lengthGuard } from "./length-guard.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { memberName } from "../../syntax/member-name.js";
import { aliasedReferences } from "./aliased-condition.js";
import type { NarrowedReference } from "./narrowed-reference.js";
import { isConstant, placeOf, withoutCasts } from "./place-of.js";

/** The places that an elementary condition says something about. */
export function narrowedReferences(b: FunctionBuilder, node: TSESTree.Expression): NarrowedReference[] {
  const found: NarrowedReference[] = [];
  const add = (expression: TSESTree.Expression, test: Test, inverted = false): void => {
    const path = placeOf(b, expression);
    if (path?.facts.ownership === "owned" && !path.facts.fnOnce) found.push({ path, expression, test, inverted });
    for (const other of aliasedReferences(b, expression, test)) found.push({ ...other, inverted });
  };
  const bare = withoutCasts(node);
  found.push(...lengthGuard(b, bare));
  switch (bare.type) {
    case "Identifier":
      add(bare, { kind: "truthy" });
      found.push(...aliasedCondition(b, bare));
      break;
    case "ThisExpression":
    case "AssignmentExpression":
      add(bare, { kind: "truthy" });
      break;
    case "MemberExpression": {
      add(bare, { kind: "truthy" });
      const property = memberName(bare);
      if (property !== undefined) add(bare.object, { kind: "truthy", property });
      break;
    }
    case "CallExpression":
      if (
        bare.callee.type === "Identifier" &&
        bare.callee.name === "Boolean" &&
        !b.context.scopes.bindingOf.has(bare.callee)
      ) {
        const [tested] = bare.arguments;
        if (tested !== undefined && tested.type !== "SpreadElement") found.push(...narrowedReferences(b, tested));
        break;
      }
      bare.arguments.forEach((argument, index) => {
        if (argument.type !== "SpreadElement") add(argument, { kind: "guard", call: bare, argument: index });
      });
      if (bare.callee.type === "MemberExpression")
        add(bare.callee.object, { kind: "guard", call: bare, argument: "this" });
      break;
    case "BinaryExpression":
      addBinary(bare, add);
      break;
    default:
  }
  return found;
}

/** `const gone = x === null; if (gone) ...`: what the condition that a constant was given says of whole variables. */
function aliasedCondition(b: FunctionBuilder, name: TSESTree.Identifier): NarrowedReference[] {
  const binding = b.context.scopes.bindingOf.get(name);
  let condition = binding?.kind === "const" ? binding.initial : undefined;
  let inverted = false;
  while (condition?.type === "UnaryExpression" && condition.operator === "!") {
    condition = condition.argument;
    inverted = !inverted;
  }
  if (condition === undefined || !/^(?:Binary|Member|Call)Expression$/u.test(condition.type)) return [];
  return narrowedReferences(b, condition)
    .filter(
      ({ path, expression, test }) => path.parent === undefined && test.kind !== "empty" && isConstant(b, expression),
    )
    .map((reference) => ({ ...reference, inverted: reference.inverted !== inverted }));
}

function addBinary(
  node: TSESTree.BinaryExpression,
  add: (expression: TSESTree.Expression, test: Test, inverted?: boolean) => void,
): void {
  const { left, right, operator } = node;
  switch (operator) {
    case "===":
    case "!==":
    case "==":
    case "!=":
      addEquality(left, right, operator, add);
      addEquality(right, left, operator, add);
      return;
    case "in":
      if (left.type === "Literal" && typeof left.value === "string") add(right, { kind: "in", name: left.value });
      else if (left.type === "PrivateIdentifier") add(right, { kind: "in", name: `#${left.name}` });
      return;
    case "instanceof":
      add(left, { kind: "instanceof", constructor: right });
      return;
    default:
  }
}

function addEquality(
  side: TSESTree.Expression,
  other: TSESTree.Expression,
  operator: "===" | "!==" | "==" | "!=",
  add: (expression: TSESTree.Expression, test: Test, inverted?: boolean) => void,
): void {
  const inverted = operator.startsWith("!");
  const loose = operator.length === 2;
  const bare = withoutCasts(side);
  if (bare.type === "UnaryExpression" && bare.operator === "typeof") {
    if (other.type === "Literal" && typeof other.value === "string")
      add(bare.argument, { kind: "typeof", name: other.value }, inverted);
    return;
  }
  add(bare, { kind: "equals", other, loose }, inverted);
  if (bare.type !== "MemberExpression") return;
  const property = memberName(bare);
  if (property !== undefined) add(bare.object, { kind: "equals", property, other, loose }, inverted);
}
