import type { TSESTree } from "@typescript-eslint/types";

const NOT_CHILDREN = new Set([
  "parent",
  "loc",
  "range",
  "tokens",
  "comments",
  "typeAnnotation",
  "returnType",
  "typeParameters",
  "typeArguments",
  "superTypeArguments",
  "implements",
]);

/** Whether a node says something about types only, and nothing of it runs. */
export function isTypeOnly(node: TSESTree.Node): boolean {
  if (!node.type.startsWith("TS")) return false;
  switch (node.type) {
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "TSModuleDeclaration":
    case "TSModuleBlock":
    case "TSEnumDeclaration":
    case "TSExportAssignment":
    case "TSParameterProperty":
      return false;
    default:
      return true;
  }
}

/** The node's children that may run, in the order of its properties. Works for any ESTree, visitor keys or not. */
export function runningChildren(node: TSESTree.Node): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (NOT_CHILDREN.has(key) || typeof value !== "object" || value === null) continue;
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(item) && !isTypeOnly(item)) children.push(item);
    }
  }
  return children;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
