import type { TSESTree } from "@typescript-eslint/types";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { memberName } from "../../syntax/member-name.js";
import type { NarrowedReference } from "./narrowed-reference.js";
import { placeOf, withoutCasts } from "./place-of.js";

/** What a condition on the `length` of an array, or the `size` of a map or set, says: that it is empty on one of its edges. */
export function lengthGuard(b: FunctionBuilder, condition: TSESTree.Expression): NarrowedReference[] {
  if (condition.type === "MemberExpression") return ofCounted(b, condition, false);
  if (condition.type !== "BinaryExpression") return [];
  const { left, right, operator } = condition;
  const whenTrue = isCount(right) ? EMPTY_WHEN[`${operator} ${String(right.value)}`] : undefined;
  if (whenTrue !== undefined) return ofCounted(b, left, whenTrue);
  const flipped = isCount(left)
    ? EMPTY_WHEN[`${FLIPPED_OPERATOR[operator] ?? operator} ${String(left.value)}`]
    : undefined;
  return flipped === undefined ? [] : ofCounted(b, right, flipped);
}

/** On which edge of a comparison with this number the container is empty. */
const EMPTY_WHEN: Readonly<Record<string, boolean>> = {
  "=== 0": true,
  "== 0": true,
  "< 1": true,
  "<= 0": true,
  "!== 0": false,
  "!= 0": false,
  ">= 1": false,
  "> 0": false,
};

const FLIPPED_OPERATOR: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

function isCount(node: TSESTree.Expression | TSESTree.PrivateIdentifier): node is TSESTree.NumberLiteral {
  return node.type === "Literal" && typeof node.value === "number";
}

function ofCounted(
  b: FunctionBuilder,
  counted: TSESTree.Expression | TSESTree.PrivateIdentifier,
  whenTrue: boolean,
): NarrowedReference[] {
  const bare = counted.type === "PrivateIdentifier" ? counted : withoutCasts(counted);
  if (bare.type !== "MemberExpression") return [];
  const name = memberName(bare);
  const path = name === "length" || name === "size" ? placeOf(b, bare.object) : undefined;
  if (path?.facts.ownership !== "owned" || !path.facts.container || path.facts.dropGlue) return [];
  return [{ path, expression: bare.object, test: { kind: "empty" }, inverted: !whenTrue }];
}
