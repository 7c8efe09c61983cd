import type { TSESTree } from "@typescript-eslint/types";

/** The name of a member, when it is known as written: `.a`, `.#a`, `["a"]`, `[0]`. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  if (!node.computed) return node.property.type === "PrivateIdentifier" ? `#${node.property.name}` : node.property.name;
  if (node.property.type !== "Literal") return undefined;
  const { value } = node.property;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
