import type { TSESTree } from "@typescript-eslint/types";
import { spanOf } from "../syntax/span.js";
import type { TypeOracle } from "../oracle/type-oracle.js";
import type { FunctionNode } from "../syntax/nodes.js";
import { runningChildren } from "../syntax/children.js";
import type { FunctionUse, ParameterUse } from "./file-facts.js";

/**
 * The named functions of a tree that take linear or lent values, with what they do with them.
 *
 * @param program with ranges
 * @param oracle tells the parameters' declared types
 * @returns in order of position
 */
export function functionUses(program: TSESTree.Program, oracle: TypeOracle): FunctionUse[] {
  const found: FunctionUse[] = [];
  const visit = (node: TSESTree.Node): void => {
    const declared = namedFunction(node);
    const parameters = declared?.params.flatMap((parameter) => parameterUse(parameter, oracle) ?? []) ?? [];
    if (parameters.length > 0) found.push({ span: spanOf(node), parameters });
    for (const child of runningChildren(node)) visit(child);
  };
  visit(program);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The function that a declaration, a method or a variable names; callbacks in an expression have no line of their own. */
function namedFunction(node: TSESTree.Node): FunctionNode | undefined {
  switch (node.type) {
    case "FunctionDeclaration":
      return node;
    case "MethodDefinition":
      return node.value.type === "FunctionExpression" ? node.value : undefined;
    case "VariableDeclarator":
    case "PropertyDefinition": {
      const value = node.type === "VariableDeclarator" ? node.init : node.value;
      return value?.type === "ArrowFunctionExpression" || value?.type === "FunctionExpression" ? value : undefined;
    }
    default:
      return undefined;
  }
}

function parameterUse(parameter: TSESTree.Parameter, oracle: TypeOracle): ParameterUse | undefined {
  const inner = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
  const name = inner.type === "AssignmentPattern" ? inner.left : inner;
  if (name.type !== "Identifier") return undefined;
  const { ownership } = oracle.declared(name);
  if (ownership !== "owned" && ownership !== "borrow") return undefined;
  return {
    name: name.name,
    span: { start: name.range[0], end: name.range[0] + name.name.length },
    passes: ownership === "owned" ? "consumes" : "borrows",
  };
}
