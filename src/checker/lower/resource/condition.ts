import type { TSESTree } from "@typescript-eslint/types";
import { EQUALS, type Condition } from "../../ir/resource.js";
import { memberName } from "../../syntax/member-name.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { handleLocal, variableKey } from "../builder/handle.js";
import type { MovePath } from "../../ir/move-path.js";

/** A condition, and whether it holds where the test is true. */
interface Test {
  readonly condition: Condition;
  readonly positive: boolean;
  /** Nothing is written to the variables that it is about. */
  readonly constant: boolean;
}

/** Constants that stand for conditions are followed this far. */
const MAX_ALIASES = 4;

/** Says on this edge what a test says: of conditions, and of names that may hold a resource. */
export function assumeTest(b: FunctionBuilder, node: TSESTree.Expression, outcome: boolean): void {
  if (!b.resources.active) return;
  const test = testOf(b, node, MAX_ALIASES);
  if (test === undefined) return;
  b.emit({ kind: "assume", condition: test.condition, holds: outcome === test.positive, node });
  const empty = presenceOf(b, node);
  if (empty !== undefined && outcome !== empty.whenTrue) b.emit({ kind: "assume-absent", place: empty.place, node });
}

/** `a ?? b`: on the way to `b`, `a` is not there. */
export function assumePresence(b: FunctionBuilder, node: TSESTree.Expression, present: boolean): void {
  assumeTest(b, node, present);
}

/** What a variable is known to be once a literal has been written to it. */
export function assumeLiteral(
  b: FunctionBuilder,
  name: TSESTree.Node,
  value: TSESTree.Expression | null,
  node: TSESTree.Node,
): void {
  if (!b.resources.active || name.type !== "Identifier") return;
  const binding = b.context.scopes.bindingOf.get(name);
  if (binding === undefined) return;
  const about = [variableKey(binding)];
  if (handleLocal(b, binding) === undefined) b.emit({ kind: "havoc", variable: variableKey(binding), node });
  const literal = value === null ? "undefined" : literalText(value);
  if (literal === undefined) return;
  const key = variableKey(binding);
  b.emit({ kind: "assume", condition: { key, about }, holds: isTruthy(literal), node });
  b.emit({ kind: "assume", condition: { key: key + EQUALS + literal, about }, holds: true, node });
}

/** What is written to a member is not known, and neither is any condition on its owner. */
export function havocOwner(b: FunctionBuilder, target: TSESTree.Node, node: TSESTree.Node): void {
  if (!b.resources.active) return;
  let at = target;
  while (at.type === "MemberExpression" || at.type === "TSNonNullExpression" || at.type === "TSAsExpression")
    at = at.type === "MemberExpression" ? at.object : at.expression;
  const binding = b.context.scopes.bindingOf.get(at);
  if (binding !== undefined) b.emit({ kind: "havoc", variable: variableKey(binding), node });
}

function testOf(b: FunctionBuilder, node: TSESTree.Expression, aliases: number): Test | undefined {
  switch (node.type) {
    case "UnaryExpression": {
      if (node.operator !== "!") return undefined;
      const inner = testOf(b, node.argument, aliases);
      return inner && { ...inner, positive: !inner.positive };
    }
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "ChainExpression":
      return testOf(b, node.expression, aliases);
    case "Identifier": {
      const binding = b.context.scopes.bindingOf.get(node);
      const initial = binding?.kind === "const" ? binding.initial : undefined;
      const aliased =
        initial !== undefined && aliases > 0 && isTest(initial) ? testOf(b, initial, aliases - 1) : undefined;
      // Of a variable that changes, the constant knows what it was.
      return aliased?.constant === true ? aliased : present(b, node);
    }
    case "AssignmentExpression":
      return node.operator === "=" && node.left.type === "Identifier" ? present(b, node.left) : undefined;
    case "MemberExpression":
    case "ThisExpression":
      return present(b, node);
    case "CallExpression":
      return node.callee.type === "Identifier" &&
        node.callee.name === "Boolean" &&
        node.arguments[0]?.type === "Identifier"
        ? present(b, node.arguments[0])
        : undefined;
    case "BinaryExpression":
      return comparison(b, node);
    default:
      return undefined;
  }
}

/** Whether an initialiser is itself a condition, so that its variable stands for it. */
function isTest(node: TSESTree.Expression): boolean {
  return (
    (node.type === "UnaryExpression" && node.operator === "!") ||
    (node.type === "BinaryExpression" && /^(?:[!=]==?|instanceof)$/u.test(node.operator)) ||
    (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "Boolean")
  );
}

function present(b: FunctionBuilder, node: TSESTree.Node): Test | undefined {
  const name = chainOf(b, node);
  return name && { condition: { key: name.text, about: name.about }, positive: true, constant: name.constant };
}

function comparison(b: FunctionBuilder, node: TSESTree.BinaryExpression): Test | undefined {
  const { operator, left, right } = node;
  if (!/^(?:[!=]==?|instanceof)$/u.test(operator)) return undefined;
  const equal = !operator.startsWith("!");
  const [subject, other] = literalText(left) === undefined ? [left, right] : [right, left];
  const typed = subject.type === "UnaryExpression" && subject.operator === "typeof";
  const name = chainOf(b, typed ? subject.argument : subject);
  if (name === undefined) return undefined;
  const test = (key: string, positive: boolean, about = name.about, constant = name.constant): Test => ({
    condition: { key, about },
    positive,
    constant,
  });
  const literal = literalText(other);
  if (typed) {
    if (literal === undefined) return undefined;
    return literal === '"undefined"' ? test(name.text, !equal) : test(`typeof ${name.text}${EQUALS}${literal}`, equal);
  }
  // Of what is there or not, "", 0 and NaN are not told apart from `undefined`.
  if (literal === "null" || literal === "undefined") return test(name.text, !equal);
  if (literal === "true" || literal === "false") return test(name.text, equal === (literal === "true"));
  if (literal !== undefined && operator !== "instanceof") return test(name.text + EQUALS + literal, equal);
  const compared = chainOf(b, other);
  if (compared === undefined) return undefined;
  const key = `${name.text} ${operator === "instanceof" ? operator : "is"} ${compared.text}`;
  return test(key, equal, [...name.about, ...compared.about], name.constant && compared.constant);
}

interface Chain {
  readonly text: string;
  readonly about: readonly string[];
  readonly constant: boolean;
}

/** `given`, `this.options.client`: a name and properties that are known as written. */
function chainOf(b: FunctionBuilder, node: TSESTree.Node): Chain | undefined {
  switch (node.type) {
    case "Identifier":
    case "ThisExpression": {
      const binding = b.context.scopes.bindingOf.get(node);
      if (binding === undefined)
        return node.type === "Identifier" ? { text: node.name, about: [], constant: true } : undefined;
      const key = variableKey(binding);
      return { text: key, about: [key], constant: !binding.reassigned };
    }
    case "MemberExpression": {
      const name = memberName(node);
      const owner = name === undefined ? undefined : chainOf(b, node.object);
      return owner && { ...owner, text: `${owner.text}.${String(name)}` };
    }
    case "TSNonNullExpression":
    case "TSAsExpression":
    case "ChainExpression":
      return chainOf(b, node.expression);
    default:
      return undefined;
  }
}

/** A name that may hold a resource, and on which outcome of a test it holds something. */
function presenceOf(
  b: FunctionBuilder,
  node: TSESTree.Expression,
): { readonly place: MovePath; readonly whenTrue: boolean } | undefined {
  switch (node.type) {
    case "Identifier": {
      const binding = b.context.scopes.bindingOf.get(node);
      const local = binding === undefined ? undefined : handleLocal(b, binding);
      return local && { place: local.root, whenTrue: true };
    }
    case "AssignmentExpression":
      return node.operator === "=" && node.left.type === "Identifier" ? presenceOf(b, node.left) : undefined;
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "ChainExpression":
      return presenceOf(b, node.expression);
    case "UnaryExpression": {
      const inner = node.operator === "!" ? presenceOf(b, node.argument) : undefined;
      return inner && { ...inner, whenTrue: !inner.whenTrue };
    }
    case "BinaryExpression": {
      const { operator, left, right } = node;
      if (!/^[!=]==?$/u.test(operator)) return undefined;
      const subject = literalText(left) === undefined ? left : right;
      const literal = literalText(subject === left ? right : left);
      if ((literal !== "null" && literal !== "undefined") || subject.type === "PrivateIdentifier") return undefined;
      const inner = presenceOf(b, subject);
      return inner && { ...inner, whenTrue: inner.whenTrue === operator.startsWith("!") };
    }
    default:
      return undefined;
  }
}

/** A literal as written; `undefined` is one. */
function literalText(node: TSESTree.Node): string | undefined {
  if (node.type === "Literal")
    return node.value === null && node.raw === "null"
      ? "null"
      : /^(?:string|number|boolean)$/u.test(typeof node.value)
        ? JSON.stringify(node.value)
        : undefined;
  return node.type === "Identifier" && node.name === "undefined" ? "undefined" : undefined;
}

function isTruthy(literal: string): boolean {
  return !/^(?:null|undefined|false|0|"")$/u.test(literal);
}
