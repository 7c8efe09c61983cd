import type { Condition } from "./condition.js";
import type { Argument, Expression, ReferenceExpression } from "./expression.js";
import type { Place } from "./place.js";
import type { Block, Statement } from "./statement.js";

/** How a statement touches a place. */
export interface Use {
  readonly how: "move" | "borrow" | "assign";
  readonly place: Place;
}

/** The uses of places by an owned expression, in evaluation order. */
function usesOfExpression(value: Expression): readonly Use[] {
  switch (value.kind) {
    case "make":
      return [];
    case "move":
      return [{ how: "move", place: value.place }];
    case "literal":
      return value.fields.flatMap(usesOfExpression);
    case "pass":
      return usesOfExpression(value.value);
    case "conditional":
      return [
        ...usesOfCondition(value.condition),
        ...usesOfExpression(value.then),
        ...usesOfExpression(value.otherwise),
      ];
  }
}

/** The uses of places by a reference expression. */
function usesOfReference(value: ReferenceExpression): readonly Use[] {
  switch (value.kind) {
    case "borrow":
      return [{ how: "borrow", place: value.place }];
    case "same":
      return usesOfReference(value.value);
    case "either":
      return [...usesOfReference(value.left), ...usesOfReference(value.right)];
  }
}

/** The uses of places by a condition, both sides of `&&` and `||` included. */
function usesOfCondition(value: Condition): readonly Use[] {
  switch (value.kind) {
    case "opaque":
      return [];
    case "not":
      return usesOfCondition(value.value);
    case "and":
    case "or":
      return [...usesOfCondition(value.left), ...usesOfCondition(value.right)];
    case "take":
      return usesOfExpression(value.value);
    case "look":
      return usesOfReference(value.value);
  }
}

/** The uses of places by an argument. */
function usesOfArgument(argument: Argument): readonly Use[] {
  return argument.by === "value" ? usesOfExpression(argument.value) : usesOfReference(argument.value);
}

/** The uses of places by a statement and everything inside it, the bodies of closures included. */
export function usesOfStatement(statement: Statement): readonly Use[] {
  switch (statement.kind) {
    case "let":
    case "return":
      return statement.value ? usesOfExpression(statement.value) : [];
    case "let-reference":
      return usesOfReference(statement.value);
    case "assign":
      return [...usesOfExpression(statement.value), { how: "assign", place: statement.place }];
    case "call":
      return statement.arguments.flatMap(usesOfArgument);
    case "discard":
      return usesOfExpression(statement.value);
    case "test":
      return usesOfCondition(statement.condition);
    case "if":
    case "while":
      return [...usesOfCondition(statement.condition), ...blocksOf(statement).flatMap(usesOfBlock)];
    case "let-closure":
    case "pass-new-closure":
    case "loop":
    case "match":
    case "block":
    case "try":
      return blocksOf(statement).flatMap(usesOfBlock);
    case "call-closure":
    case "pass-closure":
      return [{ how: "borrow", place: { root: statement.name, path: [] } }];
    case "break":
    case "continue":
    case "throw":
      return [];
  }
}

/** The uses of places by every statement of a block. */
export function usesOfBlock(block: Block): readonly Use[] {
  return block.flatMap(usesOfStatement);
}

/** The blocks directly inside a statement. */
export function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case "if":
      return statement.otherwise ? [statement.then, statement.otherwise] : [statement.then];
    case "while":
    case "loop":
    case "block":
    case "let-closure":
    case "pass-new-closure":
      return [statement.body];
    case "match":
      return statement.arms;
    case "try":
      return [
        statement.body,
        ...(statement.handler ? [statement.handler] : []),
        ...(statement.finalizer ? [statement.finalizer] : []),
      ];
    case "let":
    case "let-reference":
    case "assign":
    case "call":
    case "discard":
    case "test":
    case "call-closure":
    case "pass-closure":
    case "break":
    case "continue":
    case "return":
    case "throw":
      return [];
  }
}

/** The same statement with other blocks inside, in the order of {@link blocksOf}. */
export function withBlocks(statement: Statement, blocks: readonly Block[]): Statement {
  const [first = [], second = []] = blocks;
  switch (statement.kind) {
    case "if":
      return { ...statement, then: first, ...(statement.otherwise ? { otherwise: second } : {}) };
    case "while":
    case "loop":
    case "block":
    case "let-closure":
    case "pass-new-closure":
      return { ...statement, body: first };
    case "match":
      return { ...statement, arms: blocks };
    case "try":
      return {
        ...statement,
        body: first,
        ...(statement.handler ? { handler: second } : {}),
        ...(statement.finalizer ? { finalizer: blocks[blocks.length - 1] ?? [] } : {}),
      };
    case "let":
    case "let-reference":
    case "assign":
    case "call":
    case "discard":
    case "test":
    case "call-closure":
    case "pass-closure":
    case "break":
    case "continue":
    case "return":
    case "throw":
      return statement;
  }
}
