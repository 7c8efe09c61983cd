import type { TSESTree } from "@typescript-eslint/types";
import { memberName } from "../../syntax/member-name.js";
import type { FunctionBuilder } from "./function-builder.js";

/**
 * The name of a member when it is known: as written, or because the key can have one value only (an enum's member, a constant
 * of an `as const` object, a `unique symbol`).
 *
 * @example
 * // o.a, o["a"], o[Kind.Read], o[KEYS.main], o[sym]
 */
export function fieldName(b: FunctionBuilder, node: TSESTree.MemberExpression): string | undefined {
  const name = memberName(node);
  return name !== undefined || !node.computed || isCast(node.property)
    ? name
    : b.context.oracle.propertyKey(node.property);
}

/** The same of a key in an object literal, a pattern or a class. */
export function keyName(b: FunctionBuilder, key: TSESTree.PropertyName, computed: boolean): string | undefined {
  switch (key.type) {
    case "Literal":
      return String(key.value);
    case "PrivateIdentifier":
      return `#${key.name}`;
    case "Identifier":
      if (!computed) return key.name;
      break;
    default:
  }
  return computed && !isCast(key) ? b.context.oracle.propertyKey(key) : undefined;
}

/** `key as "a"`: what the author says of the key is no proof of its value. */
function isCast({ type }: TSESTree.Node): boolean {
  return type === "TSAsExpression" || type === "TSTypeAssertion";
}
