import type { TSESTree } from "@typescript-eslint/types";
import { fieldPath, restPath, type MovePath } from "../../ir/move-path.js";
import { assignTarget, lowerTarget } from "./assignment.js";
import { declareLocal } from "../builder/bindings.js";
import { lowerExpression, readExpression } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { read, store, transfer } from "../builder/transfer.js";
import { keyName } from "../builder/field-name.js";
import { isLent, isReceiver } from "../builder/lent/lent.js";
import { isTaken, noteLent } from "../builder/lent/take.js";
import { takeOut } from "../builder/lent/take-out.js";
import { NONE, type PlaceValue, type Value } from "../builder/value.js";
import { assumeLiteral } from "../resource/condition.js";
import { declareHandle, partOfHandle } from "../builder/handle.js";

type Leaf = (
  b: FunctionBuilder,
  target: TSESTree.Identifier | TSESTree.MemberExpression,
  value: Value,
  node: TSESTree.Node,
  source: TSESTree.Expression | undefined,
) => void;

/** Introduces the variables of a declaration's pattern with their values. */
export function declarePattern(
  b: FunctionBuilder,
  pattern: TSESTree.Node,
  value: Value,
  node: TSESTree.Node,
  source?: TSESTree.Expression,
): void {
  lowerPattern(b, pattern, value, node, declareLeaf, source);
}

/** `[x, p.a] = value`. */
export function assignPattern(b: FunctionBuilder, pattern: TSESTree.Node, value: Value, node: TSESTree.Node): void {
  lowerPattern(b, pattern, value, node, assignLeaf, undefined);
}

const declareLeaf: Leaf = (b, target, given, node, source) => {
  const binding = target.type === "Identifier" ? b.context.scopes.bindingOf.get(target) : undefined;
  if (binding === undefined) return;
  const value = isTaken(b, given) ? takeOut(b, given) : given;
  if (declareHandle(b, binding, value, target)) return;
  if (source !== undefined) assumeLiteral(b, target, source, target);
  // What reads as owned but is lent (`map.get(k)`) makes a borrowing variable, whatever its type says.
  const lent =
    (!binding.reassigned && isLent(value)) || (isReceiver(value) && b.context.factsOf(binding).ownership === "owned");
  const local = declareLocal(b, binding, target, lent);
  const owned = value.kind === "place" && value.facts.ownership === "owned" && !value.facts.fnOnce;
  const declared = b.context.factsOf(binding).ownership;
  const passing = owned
    ? source === undefined
      ? declared === "owned"
        ? "move"
        : "borrow"
      : b.context.oracle.expected(source)
    : "move";
  if (local === undefined) {
    // A variable of a type that forgets what it holds (`unknown`, a structural type) is an alias that nobody follows.
    if (owned) {
      transfer(b, value, "borrow", { kind: "assign" }, value.node);
      b.reportError(value.node, {
        code: "MC1003",
        how: "forgotten",
        place: value.text,
        type: b.context.factsOf(binding).name,
      });
    } else {
      read(b, value, node);
    }
    return;
  }
  const forgotten = binding.kind === "using" ? (local.facts.forgotten ?? []) : [];
  if (forgotten.length > 0)
    b.reportError(target, { code: "MC1001", how: "forgotten", place: local.name, fields: forgotten });
  // A `var` may be declared again, and in each iteration is the one of the iteration before.
  store(b, value, local.root, lent ? "borrow" : passing, binding.kind !== "var", target);
  if (lent) noteLent(b, local, value);
};

const assignLeaf: Leaf = (b, target, value, node, source) => {
  assignTarget(b, lowerTarget(b, target), value, source, node);
};

function lowerPattern(
  b: FunctionBuilder,
  pattern: TSESTree.Node,
  value: Value,
  node: TSESTree.Node,
  leaf: Leaf,
  source: TSESTree.Expression | undefined,
): void {
  b.nested(pattern, undefined, () => {
    switch (pattern.type) {
      case "Identifier":
      case "MemberExpression":
        leaf(b, pattern, value, node, source);
        return;
      case "AssignmentPattern":
        lowerDefault(b, pattern, value, node, leaf);
        return;
      case "ObjectPattern":
        lowerObjectPattern(b, pattern, value, node, leaf);
        return;
      case "ArrayPattern":
        lowerArrayPattern(b, pattern, value, node, leaf);
        return;
      case "TSParameterProperty":
        lowerPattern(b, pattern.parameter, value, node, leaf, source);
        return;
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        lowerPattern(b, pattern.expression, value, node, leaf, source);
        return;
      default:
        b.unsupport(pattern, `${pattern.type} in a pattern`);
    }
  });
}

/** `x = fallback` in a pattern: the fallback is evaluated on one of two ways, and both give the variable its value. */
function lowerDefault(
  b: FunctionBuilder,
  pattern: TSESTree.AssignmentPattern,
  value: Value,
  node: TSESTree.Node,
  leaf: Leaf,
): void {
  const present = b.newBlock();
  const absent = b.newBlock();
  const after = b.newBlock();
  lowerPattern(b, pattern.left, value, node, leaf, undefined);
  b.branch(pattern, present, absent);
  b.start(absent);
  const fallback = lowerExpression(b, pattern.right, "move");
  if (fallback.kind === "place" && pattern.left.type === "Identifier") {
    const binding = b.context.scopes.bindingOf.get(pattern.left);
    const local = binding === undefined ? undefined : b.table.get(binding);
    if (local !== undefined) {
      b.emit({ kind: "assume-empty", place: local.root, node: pattern });
      store(b, fallback, local.root, "move", true, pattern.right);
    } else {
      read(b, fallback, pattern.right);
    }
  } else if (fallback.kind === "handle") {
    transfer(b, fallback, "move", { kind: "store" }, pattern.right);
  } else {
    read(b, fallback, pattern.right);
  }
  b.goto(after);
  b.start(present);
  b.goto(after);
  b.start(after);
}

function lowerObjectPattern(
  b: FunctionBuilder,
  pattern: TSESTree.ObjectPattern,
  value: Value,
  node: TSESTree.Node,
  leaf: Leaf,
): void {
  const taken = new Set<string>();
  for (const property of pattern.properties) {
    if (property.type === "RestElement") {
      lowerPattern(b, property.argument, remaining(b, value, taken, property), node, leaf, undefined);
      continue;
    }
    if (property.computed) readExpression(b, property.key);
    const name = keyName(b, property.key, property.computed);
    if (name !== undefined) taken.add(name);
    const taking = part(b, value, name, property.value);
    // A key that is not known: what is taken is what its name is declared as.
    const facts =
      name === undefined && taking.kind === "place" && property.value.type === "Identifier"
        ? b.context.oracle.typeOf(property.value)
        : undefined;
    lowerPattern(
      b,
      property.value,
      facts !== undefined && taking.kind === "place" ? { ...taking, facts } : taking,
      node,
      leaf,
      undefined,
    );
  }
}

function lowerArrayPattern(
  b: FunctionBuilder,
  pattern: TSESTree.ArrayPattern,
  value: Value,
  node: TSESTree.Node,
  leaf: Leaf,
): void {
  const taken = new Set<string>();
  pattern.elements.forEach((element, index) => {
    if (element === null) return;
    if (element.type === "RestElement") {
      lowerPattern(b, element.argument, remaining(b, value, taken, element), node, leaf, undefined);
      return;
    }
    taken.add(String(index));
    lowerPattern(b, element, part(b, value, String(index), element), node, leaf, undefined);
  });
}

/** The part of a value that a nested pattern takes. */
function part(b: FunctionBuilder, value: Value, name: string | undefined, node: TSESTree.Node): Value {
  switch (value.kind) {
    case "none":
      return NONE;
    case "handle":
      return name === undefined ? NONE : (partOfHandle(b, value, name, node) ?? NONE);
    case "lent":
      return name === undefined ? value : { ...value, facts: value.facts.member(name), node };
    case "place": {
      if (name === undefined) return { ...value, computed: true, node };
      const path = fieldPath(value.path, name);
      const facts: PlaceValue["facts"] = value.facts.container ? path.facts : value.facts.member(name);
      return { ...value, path, facts, text: path.text, node, shape: value.shape?.get(name) };
    }
  }
}

/** `...rest`: everything that was not named, in a new object or array. */
function remaining(b: FunctionBuilder, value: Value, taken: ReadonlySet<string>, node: TSESTree.RestElement): Value {
  if (value.kind === "handle") {
    transfer(b, value, "move", { kind: "spread" }, node);
    return NONE;
  }
  if (value.kind !== "place") return value;
  const { path, facts } = value;
  if (facts.ownership !== "owned") return value;
  const rest = b.temporary(node, facts, "rest");
  const from: MovePath[] = facts.members.filter((name) => !taken.has(name)).map((name) => fieldPath(path, name));
  if (facts.container) from.push(restPath(path));
  let moved = false;
  for (const field of from) {
    const place: PlaceValue = { ...value, path: field, facts: field.facts, text: field.text, node };
    if (transfer(b, place, "move", { kind: "assign" }, node, rest) === "moved") moved = true;
  }
  b.emit({ kind: "assign", place: rest.root, value: moved ? "owned" : "empty", initial: true, node });
  return { kind: "place", path: rest.root, facts, node, text: "rest", computed: false };
}
