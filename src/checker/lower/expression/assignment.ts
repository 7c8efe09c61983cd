import type { TSESTree } from "@typescript-eslint/types";
import { localOf } from "../builder/bindings.js";
import { storeFnOnce } from "./call/call-checks.js";
import { lowerTest } from "./condition.js";
import { checkEscape } from "./escape.js";
import {
  discardExpression,
  lowerExpression,
  lowerForDestination,
  lowerName,
  readExpression,
  type ExpectedUse,
} from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { openJoin } from "./join.js";
import { memberName } from "../../syntax/member-name.js";
import { assignPattern } from "./pattern.js";
import { emptyContainer, passingInto, read, store, transfer, use } from "../builder/transfer.js";
import { fieldName } from "../builder/field-name.js";
import { lendBack } from "../builder/lent/take.js";
import { NONE, type PlaceValue, type Value } from "../builder/value.js";
import type { Local } from "../../ir/local.js";
import { fieldPath } from "../../ir/move-path.js";
import type { Binding } from "../../scope/binding.js";
import { assumeLiteral, assumePresence, havocOwner } from "../resource/condition.js";
import { escape, handleLocal, writeHandle } from "../builder/handle.js";

/** Where an assignment writes: evaluated before the right side, as ECMAScript has it. */
export type Target =
  | { readonly kind: "place"; readonly value: PlaceValue }
  /** An element by computed index: put into the container that the place is. */
  | { readonly kind: "element"; readonly value: PlaceValue }
  /** A name that may hold a resource. */
  | { readonly kind: "handle"; readonly binding: Binding; readonly local: Local; readonly node: TSESTree.Identifier }
  /** Somewhere that is not looked after; `field`: of `this`. */
  | { readonly kind: "elsewhere"; readonly field?: string };

/** Evaluates a target up to the point where the value is needed. */
export function lowerTarget(b: FunctionBuilder, node: TSESTree.Identifier | TSESTree.MemberExpression): Target {
  if (node.type === "Identifier") {
    const binding = b.context.scopes.bindingOf.get(node);
    const local = binding === undefined ? undefined : localOf(b, binding);
    if (local === undefined) return handleTarget(b, binding, node) ?? { kind: "elsewhere" };
    return {
      kind: "place",
      value: { kind: "place", path: local.root, facts: local.facts, node, text: local.name, computed: false },
    };
  }
  const object = lowerExpression(b, node.object, "borrow");
  if (node.computed) readExpression(b, node.property);
  const name = fieldName(b, node);
  if (object.kind !== "place")
    return {
      kind: "elsewhere",
      ...(node.object.type === "ThisExpression" && name !== undefined ? { field: name } : {}),
    };
  if (b.context.oracle.isAccessor(node)) {
    read(b, object, node.object, { kind: "borrow" });
    return { kind: "elsewhere" };
  }
  if (name === undefined || object.computed) return { kind: "element", value: object };
  const path = fieldPath(object.path, name);
  return { kind: "place", value: { kind: "place", path, facts: path.facts, node, text: path.text, computed: false } };
}

function handleTarget(b: FunctionBuilder, binding: Binding | undefined, node: TSESTree.Identifier): Target | undefined {
  const local = binding === undefined ? undefined : handleLocal(b, binding);
  return binding === undefined || local === undefined ? undefined : { kind: "handle", binding, local, node };
}

/** Writes a value to a target. */
export function assignTarget(
  b: FunctionBuilder,
  target: Target,
  value: Value,
  source: TSESTree.Expression | undefined,
  node: TSESTree.Node,
): void {
  const named = target.kind === "place" && target.value.path.parent === undefined;
  if (!named && source !== undefined && storeFnOnce(b, value, source)) return;
  const passing = source === undefined ? "move" : passingInto(b, value, source);
  switch (target.kind) {
    case "place":
      noteOverwrite(b, target.value, node);
      store(b, value, target.value.path, passing, false, node);
      if (!named && source !== undefined) lendBack(b, source, target.value.path);
      return;
    case "element":
      // A container that is gone can't be put into.
      use(b, target.value, { kind: "use" }, node);
      if (transfer(b, value, passing, { kind: "store" }, source ?? node, target.value.path.local) === "moved") {
        b.emit({ kind: "insert", place: target.value.path, node });
      }
      return;
    case "handle":
      writeHandle(b, target.binding, target.local, value, target.node);
      return;
    case "elsewhere":
      if (value.kind === "handle" && target.field !== undefined)
        escape(b, value, { kind: "store", field: target.field }, source ?? node);
      else transfer(b, value, passing, { kind: "store" }, source ?? node);
  }
}

/** A field of the receiver that always holds a value drops the old one. */
function noteOverwrite(b: FunctionBuilder, { path, node }: PlaceValue, at: TSESTree.Node): void {
  const { local } = path;
  if (path.parent === undefined || local.name !== "this" || local.endsHere || b.body.isConstructor) return;
  if (node.type !== "MemberExpression") return;
  const { ownership, nullable, container, fnOnce } = b.context.oracle.typeOf(node);
  if (ownership !== "owned" || nullable === true || container || fnOnce) return;
  b.overwrites.push({ place: path, node: at, block: b.current.id, at: b.current.instructions.length });
}

/** `x = v`, `p.a = v`, `[x, y] = v`, and the compound assignments. */
export function lowerAssignment(
  b: FunctionBuilder,
  node: TSESTree.AssignmentExpression,
  expectedUse: ExpectedUse,
): Value {
  const { left, right, operator } = node;
  if (left.type === "ObjectPattern" || left.type === "ArrayPattern") {
    assignPattern(b, left, lowerExpression(b, right, "move"), node);
    return NONE;
  }
  if (left.type !== "Identifier" && left.type !== "MemberExpression") {
    const inner =
      left.type === "TSNonNullExpression" ||
      left.type === "TSAsExpression" ||
      left.type === "TSTypeAssertion" ||
      left.type === "TSSatisfiesExpression"
        ? left.expression
        : left;
    if (inner.type === "Identifier" || inner.type === "MemberExpression")
      return lowerAssignment(b, { ...node, left: inner }, expectedUse);
    b.unsupport(left, `assignment to ${left.type}`);
    discardExpression(b, right);
    return NONE;
  }
  switch (operator) {
    case "=": {
      if (setsLengthToZero(left, right) && emptyContainer(b, lowerExpression(b, left.object, "borrow"), node))
        return NONE;
      const target = lowerTarget(b, left);
      const value = lowerForDestination(b, right);
      checkEscape(b, left, right, value);
      assignTarget(b, target, value, right, node);
      havocOwner(b, left, node);
      assumeLiteral(b, left, right, node);
      if (target.kind === "handle") return expectedUse === "discard" ? NONE : lowerName(b, target.node);
      return expectedUse === "discard" || target.kind !== "place"
        ? NONE
        : { ...target.value, facts: b.context.oracle.typeOf(node), node };
    }
    case "&&=":
    case "||=":
    case "??=":
      return lowerLogicalAssignment(b, node, left, expectedUse);
    default:
      readExpression(b, left);
      readExpression(b, right);
      return NONE;
  }
}

function setsLengthToZero(left: TSESTree.Expression, right: TSESTree.Expression): left is TSESTree.MemberExpression {
  return (
    left.type === "MemberExpression" && memberName(left) === "length" && right.type === "Literal" && right.value === 0
  );
}

function lowerLogicalAssignment(
  b: FunctionBuilder,
  node: TSESTree.AssignmentExpression,
  left: TSESTree.Identifier | TSESTree.MemberExpression,
  expectedUse: ExpectedUse,
): Value {
  const target = lowerTarget(b, left);
  const old: Value =
    target.kind === "place"
      ? { ...target.value, facts: b.context.oracle.typeOf(left) }
      : target.kind === "handle"
        ? lowerName(b, target.node)
        : NONE;
  const join = openJoin(b, node, expectedUse === "discard" ? "discard" : expectedUse);
  const write = b.newBlock();
  const skip = b.newBlock();
  read(b, old, left);
  if (node.operator === "&&=") lowerTest(b, left, write, skip);
  else if (node.operator === "||=") lowerTest(b, left, skip, write);
  else b.branch(left, skip, write);
  b.start(write);
  if (node.operator === "??=") assumePresence(b, left, false);
  if (node.operator === "??=" && old.kind === "place") b.emit({ kind: "assume-empty", place: old.path, node: left });
  assignTarget(b, target, lowerForDestination(b, node.right), node.right, node);
  join.arrive(expectedUse === "discard" ? NONE : old, node);
  b.start(skip);
  if (node.operator === "??=") assumePresence(b, left, true);
  join.arrive(expectedUse === "discard" ? NONE : old, node);
  return join.close();
}

/** `i++`: a number; only its object is looked at. */
export function lowerUpdate(b: FunctionBuilder, node: TSESTree.UpdateExpression): Value {
  const { argument } = node;
  if (argument.type === "Identifier") read(b, lowerName(b, argument), argument);
  else readExpression(b, argument);
  return NONE;
}
