import type { TSESTree } from "@typescript-eslint/types";
import type { FunctionAnalysis } from "../analysis/function-analysis.js";
import { runningChildren } from "../syntax/children.js";
import type { FunctionNode } from "../syntax/nodes.js";
import { bySpan, nameSpan, spanOf } from "../syntax/span.js";
import type { FunctionUse, ParameterUse } from "./file-facts.js";

/**
 * The named functions of a tree that take linear or lent values, with what they do with them.
 *
 * @param program with ranges
 * @param analyses its functions
 * @returns in order of position
 */
export function functionUses(program: TSESTree.Program, analyses: readonly FunctionAnalysis[]): FunctionUse[] {
  const byNode = new Map<TSESTree.Node, FunctionAnalysis>(analyses.map((analysis) => [analysis.graph.node, analysis]));
  const found: FunctionUse[] = [];
  const visit = (node: TSESTree.Node): void => {
    const declared = namedFunction(node);
    const analysis = declared === undefined ? undefined : byNode.get(declared);
    const parameters = analysis === undefined ? [] : parameterUses(analysis);
    if (parameters.length > 0) found.push({ span: spanOf(node), parameters });
    for (const child of runningChildren(node)) visit(child);
  };
  visit(program);
  return found.sort(bySpan);
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

/** What a function does with its parameters, those that are destructured apart, in their order. */
function parameterUses({ graph }: FunctionAnalysis): ParameterUse[] {
  const written = new Set("params" in graph.node ? graph.node.params.map(nameOf) : []);
  return graph.locals.flatMap((local): ParameterUse[] =>
    local.kind === "parameter" && written.has(local.node)
      ? [
          {
            name: local.name,
            span: nameSpan(local.node),
            passes: local.facts.ownership === "owned" && local.notOwned === undefined ? "consumes" : "borrows",
          },
        ]
      : [],
  );
}

function nameOf(parameter: TSESTree.Parameter): TSESTree.Node {
  const inner = parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
  return inner.type === "AssignmentPattern" ? inner.left : inner;
}
