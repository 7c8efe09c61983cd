import type { TSESTree } from "@typescript-eslint/types";
import { UNKNOWN_PARAMETER, type CallFacts, type ParameterFacts } from "../../../src/checker/oracle/call-facts.js";
import { NOTHING, type TypeFacts } from "../../../src/checker/oracle/type-facts.js";
import type { TypeOracle } from "../../../src/checker/oracle/type-oracle.js";

/** A linear type with drop glue. */
export const TOKEN: TypeFacts = { ...NOTHING, ownership: "owned", dropGlue: true, name: "Token" };
/** A reference to one. */
export const REF: TypeFacts = { ...NOTHING, ownership: "borrow", name: "Ref<Token>" };
/** `{ a, b }` of two. */
export const PAIR: TypeFacts = {
  ...NOTHING,
  ownership: "owned",
  members: ["a", "b"],
  member: (name) => (name === "a" || name === "b" ? TOKEN : NOTHING),
  name: "Pair",
};

const BY_LETTER: Readonly<Record<string, TypeFacts>> = { t: TOKEN, r: REF, p: PAIR };

/**
 * An oracle without a compiler: what a name begins with says what it is. Variables `t…` hold a token, `p…` a pair,
 * `r…` a reference; `make…()` gives a token, `same…()` a reference, `eat…` moves its arguments, `fail` never returns,
 * `once…` calls its callback once, `safe…` can't throw; everything else borrows.
 */
export const namedOracle: TypeOracle = {
  typeOf: (node) => typeOf(node),
  declared: ({ name }) => BY_LETTER[name.charAt(0)] ?? NOTHING,
  thisType: () => NOTHING,
  iterated: () => NOTHING,
  call: (node) => callFacts(node.type === "TaggedTemplateExpression" ? node.tag : node.callee, node),
  expected: () => "move",
  contextualType: () => undefined,
  consumedParameter: () => undefined,
  narrowedParameter: () => undefined,
  propertyKey: () => undefined,
  isAccessor: () => false,
  variance: () => undefined,
  takesFirst: () => false,
  refine: (_subject, test, outcome) => !(test.kind === "truthy" && !outcome),
  exhausted: () => false,
  sendObstacle: () => undefined,
};

function typeOf(node: TSESTree.Expression): TypeFacts {
  switch (node.type) {
    case "Identifier":
      return BY_LETTER[node.name.charAt(0)] ?? NOTHING;
    case "MemberExpression":
      return node.property.type === "Identifier" ? typeOf(node.object).member(node.property.name) : NOTHING;
    case "CallExpression": {
      const name = calleeName(node.callee);
      return name.startsWith("make") ? TOKEN : name.startsWith("same") ? REF : NOTHING;
    }
    case "ConditionalExpression":
      return typeOf(node.consequent);
    default:
      return NOTHING;
  }
}

function calleeName(node: TSESTree.Expression): string {
  return node.type === "Identifier" ? node.name : "";
}

function callFacts(callee: TSESTree.Expression, node: TSESTree.Node): CallFacts {
  const name = calleeName(callee);
  const once = name.startsWith("once");
  const parameter: ParameterFacts = {
    ...UNKNOWN_PARAMETER,
    passes: name.startsWith("eat") ? "move" : "borrow",
    callback: { calls: once ? "once" : "many", lends: false, outlives: false },
  };
  const count = node.type === "CallExpression" ? node.arguments.length : 0;
  return {
    parameters: new Array<ParameterFacts>(count).fill(parameter),
    receiver: "borrow",
    returnsNever: name === "fail",
    returns: "value",
    asserts: false,
    throws: !name.startsWith("safe"),
    name,
  };
}
