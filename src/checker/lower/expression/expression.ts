import type { TSESTree } from "@typescript-eslint/types";
import { handlerOf, type Handlers } from "../builder/by-kind.js";
import { lowerAssignment, lowerUpdate } from "./assignment.js";
import { lowerBinary } from "./binary.js";
import { lowerNew, lowerImport } from "./call/call.js";
import { lowerChain } from "./chain.js";
import { lowerClass } from "./class.js";
import { closureValue, declaredFunction } from "../capture/closure.js";
import { lowerCast } from "./cast.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { localOf } from "../builder/bindings.js";
import { lowerJsx } from "./jsx.js";
import { lowerConditional, lowerLogical } from "./join.js";
import { lowerArray, lowerObject } from "./literal.js";
import { lowerAwait, lowerYield } from "./suspend.js";
import { keptElsewhere } from "./member.js";
import { isTaken } from "../builder/lent/take.js";
import { takeOut } from "../builder/lent/take-out.js";
import { read } from "../builder/transfer.js";
import { NONE, type Value } from "../builder/value.js";
import { handleOfName } from "../builder/handle.js";

/**
 * What the context does with a value. It matters only where control flow joins (`c ? x : y`): a place is
 * otherwise left for the context to look at.
 */
export type ExpectedUse = "move" | "borrow" | "discard";

/** Lowers an expression: its effects now, its value for the context to take. */
export function lowerExpression(b: FunctionBuilder, node: TSESTree.Expression, expectedUse: ExpectedUse): Value {
  return b.nested(node, NONE, () => {
    const lower = handlerOf(EXPRESSIONS, node);
    if (lower !== undefined) {
      const value = lower(node, b, expectedUse);
      return isTaken(b, value) ? takeOut(b, value) : value;
    }
    b.unsupport(node, node.type);
    return NONE;
  });
}

/**
 * Lowers what is written into a destination. Where several ways join, one that is declared as a reference
 * borrows on each of them; any other takes.
 */
export function lowerForDestination(b: FunctionBuilder, node: TSESTree.Expression): Value {
  return lowerExpression(
    b,
    node,
    mayJoin(node) && b.context.oracle.contextualType(node)?.ownership === "borrow" ? "borrow" : "move",
  );
}

function mayJoin({ type }: TSESTree.Expression): boolean {
  return /^(?:Conditional|Logical|Sequence|Chain|TSNonNull)Expression$/u.test(type);
}

const nothing = (): Value => NONE;

const pattern = (node: TSESTree.Expression, b: FunctionBuilder): Value => {
  b.unsupport(node, `${node.type} as a value`);
  return NONE;
};

const chain = (node: TSESTree.Expression, b: FunctionBuilder, expectedUse: ExpectedUse): Value =>
  lowerChain(b, node, expectedUse);

const EXPRESSIONS: Handlers<TSESTree.Expression, [b: FunctionBuilder, expectedUse: ExpectedUse], Value> = {
  // A global that holds a linear value; asked only where it would be moved: most globals are the platform's.
  Identifier: (node, b, expectedUse) =>
    expectedUse === "move" && !b.context.scopes.bindingOf.has(node) ? keptElsewhere(b, node) : lowerName(b, node),
  ThisExpression: (node, b) => lowerName(b, node),
  Literal: nothing,
  MetaProperty: nothing,
  Super: nothing,
  ArrowFunctionExpression: (node, b) => closureValue(b, node),
  FunctionExpression: (node, b) => closureValue(b, node),
  ClassExpression: (node, b) => lowerClass(b, node),
  ArrayExpression: (node, b) => lowerArray(b, node),
  ObjectExpression: (node, b) => lowerObject(b, node),
  CallExpression: chain,
  MemberExpression: chain,
  ChainExpression: chain,
  TSNonNullExpression: chain,
  TSInstantiationExpression: chain,
  TaggedTemplateExpression: chain,
  NewExpression: (node, b) => lowerNew(b, node),
  ImportExpression: (node, b) => lowerImport(b, node),
  TemplateLiteral: (node, b) => {
    for (const part of node.expressions) readExpression(b, part);
    return NONE;
  },
  UnaryExpression: (node, b) => lowerUnary(b, node),
  UpdateExpression: (node, b) => lowerUpdate(b, node),
  BinaryExpression: (node, b) => lowerBinary(b, node),
  LogicalExpression: (node, b, expectedUse) => lowerLogical(b, node, expectedUse),
  ConditionalExpression: (node, b, expectedUse) => lowerConditional(b, node, expectedUse),
  AssignmentExpression: (node, b, expectedUse) => lowerAssignment(b, node, expectedUse),
  SequenceExpression: (node, b, expectedUse) => lowerSequence(b, node, expectedUse),
  AwaitExpression: (node, b) => lowerAwait(b, node),
  YieldExpression: (node, b) => lowerYield(b, node),
  TSAsExpression: (node, b, expectedUse) => lowerCast(b, node, expectedUse),
  TSTypeAssertion: (node, b, expectedUse) => lowerCast(b, node, expectedUse),
  TSSatisfiesExpression: (node, b, expectedUse) => lowerExpression(b, node.expression, expectedUse),
  JSXElement: (node, b) => lowerJsx(b, node),
  JSXFragment: (node, b) => lowerJsx(b, node),
  ArrayPattern: pattern,
  ObjectPattern: pattern,
};

/** Evaluates an expression where its value is only looked at. */
export function readExpression(b: FunctionBuilder, node: TSESTree.Expression): void {
  read(b, lowerExpression(b, node, "borrow"), node);
}

/** Evaluates an expression whose value nobody takes: what it makes is dropped here. */
export function discardExpression(b: FunctionBuilder, node: TSESTree.Expression): void {
  const value = lowerExpression(b, node, "discard");
  if (value.kind === "handle") b.emit({ kind: "drop", place: value.path, node });
  read(b, value, node);
}

/** The place that a name stands for. */
export function lowerName(
  b: FunctionBuilder,
  node: TSESTree.Identifier | TSESTree.ThisExpression | TSESTree.Super,
): Value {
  const binding = b.context.scopes.bindingOf.get(node);
  if (binding === undefined) return NONE;
  if (binding.kind === "function" || binding.kind === "class") return declaredFunction(b, binding, node);
  const local = localOf(b, binding);
  if (local === undefined) return handleOfName(b, binding, node) ?? NONE;
  const narrowed =
    local.facts.fnOnce || binding.kind === "this" || node.type === "Super"
      ? local.facts
      : b.context.oracle.typeOf(node);
  // A closure that borrows has a plain function type: what it holds is known here only.
  const facts =
    local.facts.ownership === "borrow" && narrowed.ownership === "none" && !local.facts.container
      ? local.facts
      : narrowed;
  return { kind: "place", path: local.root, facts, node, text: local.name, computed: false };
}

function lowerUnary(b: FunctionBuilder, node: TSESTree.UnaryExpression): Value {
  const value = lowerExpression(b, node.argument, "borrow");
  if (node.operator === "delete" && value.kind === "place" && !value.computed && value.path.parent !== undefined) {
    b.emit({ kind: "assign", place: value.path, value: "empty", initial: false, node });
  } else {
    read(b, value, node.argument);
  }
  return NONE;
}

function lowerSequence(b: FunctionBuilder, node: TSESTree.SequenceExpression, expectedUse: ExpectedUse): Value {
  let value: Value = NONE;
  node.expressions.forEach((part, index) => {
    if (index < node.expressions.length - 1) discardExpression(b, part);
    else value = lowerExpression(b, part, expectedUse);
  });
  return value;
}
