import type { TSESTree } from "@typescript-eslint/types";
import type { Block } from "../../ir/block.js";
import { lowerExpression } from "./expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { fieldPath } from "../../ir/move-path.js";
import { narrowedReferences } from "../narrowing/narrowed-by.js";
import type { NarrowedReference } from "../narrowing/narrowed-reference.js";
import { read } from "../builder/transfer.js";
import { assumeTest } from "../resource/condition.js";

/** Evaluates a condition and goes to one of two blocks; what it says about places holds on the way there. */
export function lowerCondition(b: FunctionBuilder, node: TSESTree.Expression, whenTrue: Block, whenFalse: Block): void {
  b.nested(node, undefined, () => {
    lowerConditionByKind(b, node, whenTrue, whenFalse);
  });
}

function lowerConditionByKind(b: FunctionBuilder, node: TSESTree.Expression, whenTrue: Block, whenFalse: Block): void {
  if (node.type === "UnaryExpression" && node.operator === "!") {
    lowerCondition(b, node.argument, whenFalse, whenTrue);
  } else if (node.type === "LogicalExpression" && node.operator !== "??") {
    lowerLogicalCondition(b, node, whenTrue, whenFalse);
  } else if (node.type === "Literal" && typeof node.value === "boolean") {
    b.goto(node.value ? whenTrue : whenFalse);
  } else {
    read(b, lowerExpression(b, node, "borrow"), node);
    lowerTest(b, node, whenTrue, whenFalse);
  }
}

/** `a && b && c` along its left spine: each operand goes on to the next or decides. */
function lowerLogicalCondition(
  b: FunctionBuilder,
  node: TSESTree.LogicalExpression,
  whenTrue: Block,
  whenFalse: Block,
): void {
  const { operator } = node;
  const operands: TSESTree.Expression[] = [];
  let at: TSESTree.Expression = node;
  while (at.type === "LogicalExpression" && at.operator === operator) {
    operands.push(at.right);
    at = at.left;
  }
  operands.push(at);
  operands.reverse();
  operands.forEach((operand, index) => {
    if (index === operands.length - 1) {
      lowerCondition(b, operand, whenTrue, whenFalse);
      return;
    }
    const next = b.newBlock();
    if (operator === "&&") lowerCondition(b, operand, next, whenFalse);
    else lowerCondition(b, operand, whenTrue, next);
    b.start(next);
  });
}

/** Branches on a value that has been evaluated already. */
export function lowerTest(b: FunctionBuilder, node: TSESTree.Expression, whenTrue: Block, whenFalse: Block): void {
  const references = narrowedReferences(b, node);
  if (references.length === 0 && !b.resources.active) {
    b.branch(node, whenTrue, whenFalse);
    return;
  }
  const edgeTrue = b.newBlock();
  const edgeFalse = b.newBlock();
  b.branch(node, edgeTrue, edgeFalse);
  b.start(edgeTrue);
  assumeOutcome(b, references, true, node);
  assumeTest(b, node, true);
  b.goto(whenTrue);
  b.start(edgeFalse);
  assumeOutcome(b, references, false, node);
  assumeTest(b, node, false);
  b.goto(whenFalse);
}

/** Says on this edge which references, or which of their parts, hold nothing linear any more. */
export function assumeOutcome(
  b: FunctionBuilder,
  references: readonly NarrowedReference[],
  outcome: boolean,
  node: TSESTree.Node,
): void {
  const { oracle } = b.context;
  for (const { path, expression, test, inverted, member } of references) {
    const holds = outcome !== inverted;
    if (test.kind === "empty") {
      if (holds) b.emit({ kind: "assume-empty", place: path, node });
    } else if (!oracle.refine(expression, test, holds, member)) {
      b.emit({ kind: "assume-empty", place: path, node });
    } else if (member === undefined && path.facts.members.length > 1) {
      // `{ kind: "a"; x: Fd } | { kind: "b"; y: Fd }`: each alternative owes its own parts only.
      for (const name of path.facts.members)
        if (!oracle.refine(expression, test, holds, name))
          b.emit({ kind: "assume-empty", place: fieldPath(path, name), node });
    }
  }
}
