import type { TSESTree } from "@typescript-eslint/types";
import type { Block } from "../../ir/block.js";
import type { Local } from "../../ir/local.js";
import { changedFacts, type TypeFacts } from "../../oracle/type-facts.js";
import { BORROWING_CLOSURE } from "../builder/bindings.js";
import { lowerCondition } from "../expression/condition.js";
import { discardExpression, lowerExpression, readExpression } from "../expression/expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { assignPattern, declarePattern } from "../expression/pattern.js";
import { endOf, lowerStatement } from "./statement.js";
import { illegalMove, extendLoan, transfer, use } from "../builder/transfer.js";
import { NONE, type Value } from "../builder/value.js";
import { lowerVariables } from "./variables.js";
import { iterateHandle } from "../builder/handle.js";

/** `while (test) body`. */
export function lowerWhile(node: TSESTree.WhileStatement, b: FunctionBuilder, labels: readonly string[]): void {
  const head = b.newBlock();
  const body = b.newBlock();
  const after = b.newBlock();
  b.goto(head);
  b.start(head);
  lowerCondition(b, node.test, body, after);
  loopBody(b, node.body, labels, body, after, head);
  b.goto(head, true);
  b.start(after);
}

/** `do body while (test)`. */
export function lowerDoWhile(node: TSESTree.DoWhileStatement, b: FunctionBuilder, labels: readonly string[]): void {
  const body = b.newBlock();
  const test = b.newBlock();
  const again = b.newBlock();
  const after = b.newBlock();
  b.goto(body);
  loopBody(b, node.body, labels, body, after, test);
  b.goto(test);
  b.start(test);
  lowerCondition(b, node.test, again, after);
  b.start(again);
  b.goto(body, true);
  b.start(after);
}

/** `for (init; test; update) body`. */
export function lowerFor(node: TSESTree.ForStatement, b: FunctionBuilder, labels: readonly string[]): void {
  const scope = b.openLocals();
  if (node.init?.type === "VariableDeclaration") lowerVariables(b, node.init);
  else if (node.init) discardExpression(b, node.init);
  const head = b.newBlock();
  const body = b.newBlock();
  const update = b.newBlock();
  const after = b.newBlock();
  b.goto(head);
  b.start(head);
  if (node.test) lowerCondition(b, node.test, body, after);
  else b.goto(body);
  loopBody(b, node.body, labels, body, after, update);
  b.goto(update);
  b.start(update);
  if (node.update) discardExpression(b, node.update);
  b.goto(head, true);
  b.start(after);
  b.closeLocals(scope, endOf(node));
}

/** `for (k in o) body`: keys are strings. */
export function lowerForIn(node: TSESTree.ForInStatement, b: FunctionBuilder, labels: readonly string[]): void {
  readExpression(b, node.right);
  iterate(b, node, labels, () => NONE, undefined);
}

/**
 * `for (x of xs) body`: an iterator takes what it iterates over and gives its elements away one by one.
 * Leaving the loop early leaves the rest in the iterator, which owes it.
 */
export function lowerForOf(node: TSESTree.ForOfStatement, b: FunctionBuilder, labels: readonly string[]): void {
  const scope = b.openLocals();
  const value = lowerExpression(b, node.right, "move");
  const element = b.context.oracle.iterated(node.right);
  const owning =
    value.kind === "place" &&
    value.facts.ownership === "owned" &&
    element.ownership === "owned" &&
    illegalMove(value) === undefined;
  if (owning) {
    const iterator = b.temporary(node.right, changedFacts(value.facts, { members: [], dropGlue: true }), value.text);
    transfer(b, value, "move", { kind: "iterate" }, node.right, iterator);
    b.emit({
      kind: "assign",
      place: iterator.root,
      value: value.shape?.size === 0 ? "empty" : "owned",
      initial: true,
      node: node.right,
    });
    iterate(b, node, labels, () => ownedElement(b, node, element), iterator);
  } else if (value.kind === "handle") {
    iterateHandle(b, value, node.right);
    iterate(b, node, labels, () => NONE, undefined);
  } else if (value.kind === "none") {
    // A generator owns nothing itself, and gives away what it makes.
    iterate(b, node, labels, () => (element.ownership === "owned" ? ownedElement(b, node, element) : NONE), undefined);
  } else {
    const lender = b.temporary(node.right, { ...BORROWING_CLOSURE, name: "iterator" }, "iterator");
    if (value.kind === "place") use(b, value, { kind: "borrow" }, node.right, lender);
    else transfer(b, value, "borrow", { kind: "iterate" }, node.right, lender);
    const lent: Value =
      element.ownership === "none" ? NONE : { kind: "lent", loanHolder: lender, facts: element, node: node.left };
    iterate(b, node, labels, () => lent, undefined, lender);
  }
  b.closeLocals(scope, endOf(node));
}

function ownedElement(b: FunctionBuilder, node: TSESTree.ForOfStatement, facts: TypeFacts): Value {
  const next = b.temporary(node.left, facts, "element");
  b.emit({ kind: "assign", place: next.root, value: "owned", initial: true, node: node.left });
  return { kind: "place", path: next.root, facts, node: node.left, text: "element", computed: false };
}

function iterate(
  b: FunctionBuilder,
  node: TSESTree.ForOfStatement | TSESTree.ForInStatement,
  labels: readonly string[],
  next: () => Value,
  iterator: Local | undefined,
  lender?: Local,
): void {
  const head = b.newBlock();
  const body = b.newBlock();
  const exhausted = b.newBlock();
  const after = b.newBlock();
  b.goto(head);
  b.start(head);
  if (lender !== undefined) extendLoan(b, lender, node.right);
  if (node.type === "ForOfStatement" && node.await) b.maybeThrow(node.right, "await");
  b.branch(node.right, body, exhausted);
  b.start(body);
  const target = b.openTarget(labels, true, after, head);
  const scope = b.openLocals();
  const value = next();
  if (node.left.type === "VariableDeclaration") {
    for (const { id } of node.left.declarations) declarePattern(b, id, value, node.left);
  } else {
    assignPattern(b, node.left, value, node.left);
  }
  lowerStatement(b, node.body);
  b.closeLocals(scope, endOf(node.body));
  b.close(target);
  b.goto(head, true);
  b.start(exhausted);
  if (iterator !== undefined) b.emit({ kind: "assume-empty", place: iterator.root, node: node.right });
  b.goto(after);
  b.start(after);
}

/** Lowers a loop's body between its frames; the caller says where the end of the body goes. */
function loopBody(
  b: FunctionBuilder,
  node: TSESTree.Statement,
  labels: readonly string[],
  body: Block,
  after: Block,
  continueTo: Block,
): void {
  b.start(body);
  const target = b.openTarget(labels, true, after, continueTo);
  const scope = b.openLocals();
  lowerStatement(b, node);
  b.closeLocals(scope, endOf(node));
  b.close(target);
}
