import type { TSESTree } from "@typescript-eslint/types";
import type { Block } from "../../ir/block.js";
import { lowerCondition, assumeOutcome } from "../expression/condition.js";
import { lowerExpression, readExpression } from "../expression/expression.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { lowerStatement, lowerStatements, endOf } from "./statement.js";
import { caseReferences, constantCondition, defaultReferences } from "../narrowing/switch-case.js";
import { read } from "../builder/transfer.js";

/** `if`, and a whole `else if` ladder without recursion. */
export function lowerIf(b: FunctionBuilder, node: TSESTree.IfStatement): void {
  const after = b.newBlock();
  let at: TSESTree.Statement | null = node;
  while (at?.type === "IfStatement") {
    const whenTrue = b.newBlock();
    const whenFalse = b.newBlock();
    lowerCondition(b, at.test, whenTrue, whenFalse);
    b.start(whenTrue);
    lowerStatement(b, at.consequent);
    b.goto(after);
    b.start(whenFalse);
    at = at.alternate;
  }
  if (at !== null) lowerStatement(b, at);
  b.goto(after);
  b.start(after);
}

/** `switch`: tests in order, then the bodies in order, each falling into the next. */
export function lowerSwitch(node: TSESTree.SwitchStatement, b: FunctionBuilder, labels: readonly string[]): void {
  const { discriminant, cases } = node;
  const condition = constantCondition(discriminant);
  read(b, lowerExpression(b, discriminant, "borrow"), discriminant);
  const after = b.newBlock();
  const target = b.openTarget(labels, true, after);
  const scope = b.openLocals();
  const bodies: Block[] = cases.map(() => b.newBlock());
  let fallback: Block = after;
  cases.forEach(({ test }, index) => {
    const body = bodies[index];
    if (body === undefined) return;
    if (test === null) {
      fallback = body;
      return;
    }
    const next = b.newBlock();
    if (condition !== undefined) {
      lowerCondition(b, test, condition ? body : next, condition ? next : body);
      b.start(next);
      return;
    }
    readExpression(b, test);
    const references = caseReferences(b, discriminant, test);
    const matched = references.length === 0 ? body : b.newBlock();
    b.branch(test, matched, next, true);
    if (matched !== body) {
      b.start(matched);
      assumeOutcome(b, references, true, test);
      b.goto(body);
    }
    b.start(next);
  });
  const others = cases.flatMap(({ test }) => (test === null ? [] : [test]));
  const remaining = condition === undefined ? defaultReferences(b, discriminant, others) : [];
  assumeOutcome(b, remaining, true, discriminant);
  // Without a default the way past all tests leaves the scope as a `break` does.
  if (b.context.oracle.exhausted(discriminant, others)) b.unreachable();
  else if (fallback === after) b.jump({ kind: "break", to: target });
  else b.goto(fallback);
  cases.forEach(({ consequent }, index) => {
    const body = bodies[index];
    if (body === undefined) return;
    b.start(body);
    lowerStatements(b, consequent);
    const next = bodies[index + 1];
    if (next !== undefined) b.goto(next);
  });
  if (cases.length === 0) b.start(b.newBlock());
  b.closeLocals(scope, endOf(node));
  b.close(target);
  b.goto(after);
  b.start(after);
}
