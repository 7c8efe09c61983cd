import type { TSESTree } from "@typescript-eslint/types";
import { REST } from "../../ir/move-path.js";
import type { TypeFacts } from "../../oracle/type-facts.js";

/** The pattern that a parameter is destructured with. */
export function destructuredParameter(
  parameter: TSESTree.Parameter,
): TSESTree.ObjectPattern | TSESTree.ArrayPattern | undefined {
  let at: TSESTree.Node = parameter;
  if (at.type === "TSParameterProperty") at = at.parameter;
  if (at.type === "AssignmentPattern") at = at.left;
  if (at.type === "RestElement") at = at.argument;
  return at.type === "ObjectPattern" || at.type === "ArrayPattern" ? at : undefined;
}

/** The paths of the owned parts of a value that a pattern leaves out. */
export function unnamedParts(pattern: TSESTree.ObjectPattern | TSESTree.ArrayPattern, facts: TypeFacts): string[][] {
  const named = new Map<string, TSESTree.Node>();
  const elements: readonly (TSESTree.Node | null)[] =
    pattern.type === "ArrayPattern" ? pattern.elements : pattern.properties;
  for (const [index, element] of elements.entries()) {
    if (element === null) continue;
    if (element.type === "RestElement") return inNamed(named, facts);
    if (element.type !== "Property") named.set(String(index), element);
    else if (element.key.type === "Literal") named.set(String(element.key.value), element.value);
    else if (element.key.type === "Identifier" && !element.computed) named.set(element.key.name, element.value);
    // A key that is not known may name anything.
    else return [];
  }
  const missing = facts.container ? [[REST]] : facts.members.filter((name) => !named.has(name)).map((name) => [name]);
  return [...missing, ...inNamed(named, facts)];
}

/** What patterns inside the pattern leave out. */
function inNamed(named: ReadonlyMap<string, TSESTree.Node>, facts: TypeFacts): string[][] {
  return [...named].flatMap(([name, node]) => {
    const inner = node.type === "AssignmentPattern" ? node.left : node;
    const member = facts.member(name);
    if (
      (inner.type !== "ObjectPattern" && inner.type !== "ArrayPattern") ||
      member.ownership !== "owned" ||
      member.dropGlue
    )
      return [];
    return unnamedParts(inner, member).map((path) => [name, ...path]);
  });
}
