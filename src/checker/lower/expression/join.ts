import type { TSESTree } from "@typescript-eslint/types";
import type { Block } from "../../ir/block.js";
import type { Local } from "../../ir/local.js";
import { changedFacts } from "../../oracle/type-facts.js";
import { functionValues } from "../../scope/function-values.js";
import { BORROWING_CLOSURE, OWNING_CLOSURE } from "../builder/bindings.js";
import { lowerCondition, lowerTest } from "./condition.js";
import { lowerExpression, type ExpectedUse } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { checkOwnerWanted, extendLoan, read, store, transfer } from "../builder/transfer.js";
import { isLent } from "../builder/lent/lent.js";
import { NONE, type Value } from "../builder/value.js";
import { assumePresence } from "../resource/condition.js";
import { JoinedHandles } from "../resource/join.js";

/** Several ways that end in one value. */
export interface Join {
  /** One way ends here with this value. */
  readonly arrive: (value: Value, node: TSESTree.Node) => void;
  /** Continues where all have met. */
  readonly close: () => Value;
}

/** Opens a join for the value of an expression: a temporary takes what is moved on each way, or the references. */
export function openJoin(b: FunctionBuilder, node: TSESTree.Expression, expectedUse: ExpectedUse): Join {
  const after: Block = b.newBlock();
  const facts = b.context.oracle.typeOf(node);
  let result: Local | undefined;
  let lent: Local | undefined;
  const handles = new JoinedHandles(b, node);
  let owned = false;
  if (expectedUse === "move" && joinsOwningClosure(b, node)) result = b.temporary(node, OWNING_CLOSURE, "closure");
  else if (expectedUse === "move" && facts.ownership === "owned") result = b.temporary(node, facts);
  else if (facts.ownership !== "none" && facts.ownership !== "any")
    lent = b.temporary(node, { ...BORROWING_CLOSURE, name: facts.name });
  if (result !== undefined && mayLend(b, node)) lent = b.temporary(node, { ...BORROWING_CLOSURE, name: facts.name });
  let isLentOnce = false;
  return {
    arrive: (value, at) => {
      if (value.kind === "handle") handles.arrive(value, at);
      else if (result !== undefined && lent !== undefined && isLent(value)) {
        isLentOnce = true;
        transfer(b, value, "borrow", { kind: "assign" }, at, lent);
        b.emit({ kind: "subset", from: lent, to: result, node: at });
        b.emit({ kind: "assign", place: result.root, value: "lent", initial: true, node: at });
      } else if (result !== undefined) {
        owned ||= value.kind !== "none";
        store(b, value, result.root, "move", true, at);
      } else if (lent !== undefined) transfer(b, value, "borrow", { kind: "assign" }, at, lent);
      else read(b, value, at);
      b.goto(after);
    },
    close: () => {
      b.start(after);
      if (result !== undefined && (owned || !isLentOnce))
        return { kind: "place", path: result.root, facts: result.facts, node, text: "value", computed: false };
      if (lent === undefined) return handles.close() ?? NONE;
      extendLoan(b, lent, node);
      return {
        kind: "lent",
        loanHolder: lent,
        facts: expectedUse === "move" ? facts : changedFacts(facts, { ownership: "borrow" }),
        node,
      };
    },
  };
}

/** Whether one of the ways may end in a place that only lends: it is read from a field, a call, or a module's variable. */
function mayLend(b: FunctionBuilder, node: TSESTree.Expression): boolean {
  switch (node.type) {
    case "ConditionalExpression":
      return mayLend(b, node.consequent) || mayLend(b, node.alternate);
    case "LogicalExpression":
      return mayLend(b, node.left) || mayLend(b, node.right);
    case "AssignmentExpression":
    case "MemberExpression":
    case "ChainExpression":
    case "TSNonNullExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return true;
    case "CallExpression":
      return node.callee.type === "MemberExpression";
    case "Identifier": {
      const binding = b.context.scopes.bindingOf.get(node);
      return binding !== undefined && binding.body !== b.body;
    }
    default:
      return false;
  }
}

/** Whether a closure that owns what it captured may be what the ways end in. */
function joinsOwningClosure(b: FunctionBuilder, node: TSESTree.Expression): boolean {
  return functionValues(node).some(
    (value) => b.context.captures.get(value)?.some(({ mode }) => mode === "move") === true,
  );
}

/** `a ? b : c`, and a whole `a ? b : c ? d : ...` ladder without recursion. */
export function lowerConditional(
  b: FunctionBuilder,
  node: TSESTree.ConditionalExpression,
  expectedUse: ExpectedUse,
): Value {
  const join = openJoin(b, node, expectedUse);
  const arrive = (arm: TSESTree.Expression): void => {
    const value = lowerExpression(b, arm, expectedUse);
    if (expectedUse === "move") checkOwnerWanted(b, value, arm);
    join.arrive(value, arm);
  };
  let at: TSESTree.Expression = node;
  while (at.type === "ConditionalExpression") {
    const whenTrue = b.newBlock();
    const whenFalse = b.newBlock();
    lowerCondition(b, at.test, whenTrue, whenFalse);
    b.start(whenTrue);
    arrive(at.consequent);
    b.start(whenFalse);
    at = at.alternate;
  }
  arrive(at);
  return join.close();
}

/** `a && b`, `a || b`, `a ?? b` as values, along the left spine. */
export function lowerLogical(b: FunctionBuilder, node: TSESTree.LogicalExpression, expectedUse: ExpectedUse): Value {
  const join = openJoin(b, node, expectedUse);
  const spine: TSESTree.LogicalExpression[] = [];
  let first: TSESTree.Expression = node;
  while (first.type === "LogicalExpression") {
    spine.push(first);
    first = first.left;
  }
  let left: Value = lowerExpression(b, first, expectedUse);
  for (let at = spine.pop(); at !== undefined; at = spine.pop()) {
    const onward = b.newBlock();
    const short = b.newBlock();
    read(b, left, at.left);
    if (at.operator === "&&") lowerTest(b, at.left, onward, short);
    else if (at.operator === "||") lowerTest(b, at.left, short, onward);
    else b.branch(at.left, short, onward);
    const nothing = falsyHoldsNothing(b, at, left);
    b.start(short);
    if (at.operator === "??") assumePresence(b, at.left, true);
    if (nothing && at.operator === "&&" && left.kind === "place")
      b.emit({ kind: "assume-empty", place: left.path, node: at.left });
    join.arrive(shortValue(at, left), at.left);
    b.start(onward);
    if (at.operator === "??") assumePresence(b, at.left, false);
    if (nothing && at.operator === "||" && left.kind === "place")
      b.emit({ kind: "assume-empty", place: left.path, node: at.left });
    if (at.operator === "??" && left.kind === "place" && !left.computed)
      b.emit({ kind: "assume-empty", place: left.path, node: at.left });
    left = lowerExpression(b, at.right, expectedUse);
  }
  join.arrive(left, node);
  return join.close();
}

/** Whether the value on the left, which has no name of its own, holds nothing when it is falsy (`tryMake() || make()`). */
function falsyHoldsNothing(
  b: FunctionBuilder,
  { left: node, operator }: TSESTree.LogicalExpression,
  value: Value,
): boolean {
  if (operator === "??" || value.kind !== "place" || value.computed || value.path.local.kind !== "temporary")
    return false;
  return !b.context.oracle.refine(node, { kind: "truthy" }, false);
}

/** `x && ...` ends with `x` only when `x` is falsy, and then it holds nothing. */
function shortValue(node: TSESTree.LogicalExpression, left: Value): Value {
  return node.operator === "&&" ? NONE : left;
}
