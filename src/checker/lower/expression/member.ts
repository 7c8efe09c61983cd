import type { TSESTree } from "@typescript-eslint/types";
import { fieldPath } from "../../ir/move-path.js";
import { memberName } from "../../syntax/member-name.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { partOfHandle } from "../builder/handle.js";
import { NONE, type PlaceValue, type Value } from "../builder/value.js";
import { readExpression } from "./expression.js";

/** The field of a value: a place below a place, a reference below a reference. */
export function project(b: FunctionBuilder, value: Value, node: TSESTree.MemberExpression): Value {
  const name = memberName(node);
  if (name === undefined && node.computed) readExpression(b, node.property);
  switch (value.kind) {
    case "none":
      return NONE;
    case "lent":
      return { ...value, facts: b.context.oracle.typeOf(node), node };
    case "place":
      return projectPlace(b, value, node, name);
    case "handle":
      return name === undefined ? NONE : (partOfHandle(b, value, name, node) ?? NONE);
  }
}

function projectPlace(
  b: FunctionBuilder,
  value: PlaceValue,
  node: TSESTree.MemberExpression,
  name: string | undefined,
): Value {
  const facts = b.context.oracle.typeOf(node);
  if (name === undefined || value.computed) {
    const text = name === undefined ? `${value.text}[_]` : `${value.text}.${name}`;
    return { kind: "place", path: value.path, facts, node, text, computed: true };
  }
  const path = fieldPath(value.path, name);
  return { kind: "place", path, facts, node, text: path.text, computed: false };
}
