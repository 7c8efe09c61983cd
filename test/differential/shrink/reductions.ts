import type { Condition } from "../language/condition.js";
import type { Argument, Expression, ReferenceExpression } from "../language/expression.js";
import { prune } from "../language/prune.js";
import type { Block, Statement } from "../language/statement.js";
import type { Subject } from "../language/subject.js";
import { usesOfBlock } from "../language/uses.js";
import { blocksOf, withBlocks } from "../language/uses.js";
import { printTypescript } from "../print/typescript.js";

function ofExpression(value: Expression): readonly Expression[] {
  switch (value.kind) {
    case "make":
    case "move":
      return [];
    case "literal":
      return [
        { kind: "make", type: value.type },
        ...value.fields.flatMap((field, at) =>
          ofExpression(field).map((less) => ({ ...value, fields: value.fields.with(at, less) })),
        ),
        ...value.fields.flatMap((field, at) =>
          field.kind === "move"
            ? [{ ...value, fields: value.fields.with(at, { kind: "make", type: "Token" } as const) }]
            : [],
        ),
      ];
    case "pass":
      return [value.value, ...ofExpression(value.value).map((less) => ({ ...value, value: less }))];
    case "conditional":
      return [
        value.then,
        value.otherwise,
        ...ofCondition(value.condition).map((condition) => ({ ...value, condition })),
        ...ofExpression(value.then).map((then) => ({ ...value, then })),
        ...ofExpression(value.otherwise).map((otherwise) => ({ ...value, otherwise })),
      ];
  }
}

function ofReference(value: ReferenceExpression): readonly ReferenceExpression[] {
  switch (value.kind) {
    case "borrow":
      return [];
    case "same":
      return [value.value];
    case "either":
      return [value.left, value.right];
  }
}

function ofCondition(value: Condition): readonly Condition[] {
  switch (value.kind) {
    case "opaque":
      return [];
    case "not":
      return [value.value];
    case "and":
    case "or":
      return [
        value.left,
        value.right,
        ...ofCondition(value.left).map((left) => ({ ...value, left })),
        ...ofCondition(value.right).map((right) => ({ ...value, right })),
      ];
    case "take":
    case "look":
      return [{ kind: "opaque" }];
  }
}

function ofArgument(argument: Argument): readonly Argument[] {
  return argument.by === "value"
    ? [
        ...(argument.value.kind === "make"
          ? []
          : [{ ...argument, value: { kind: "make", type: argument.type } } as const]),
        ...ofExpression(argument.value).map((value) => ({ ...argument, value })),
      ]
    : ofReference(argument.value).map((value) => ({ ...argument, value }));
}

function ofStatement(statement: Statement): readonly Block[] {
  const inner = blocksOf(statement);
  const nested = inner.flatMap((block, at) =>
    ofBlock(block).map((less): Block => [withBlocks(statement, inner.with(at, less))]),
  );
  const less: Block[] = [[], ...(statement.kind === "let-closure" ? [] : inner.map((block) => block)), ...nested];
  switch (statement.kind) {
    case "let":
      if (statement.value) {
        for (const value of [{ kind: "make", type: statement.type } as const, ...ofExpression(statement.value)])
          less.push([{ ...statement, value }]);
      }
      break;
    case "let-reference":
      for (const value of ofReference(statement.value)) less.push([{ ...statement, value }]);
      break;
    case "assign":
    case "discard":
      for (const value of ofExpression(statement.value)) less.push([{ ...statement, value }]);
      break;
    case "return":
      for (const value of statement.value ? ofExpression(statement.value) : []) less.push([{ ...statement, value }]);
      break;
    case "call":
      statement.arguments.forEach((argument, at) => {
        if (statement.arguments.length > 1)
          less.push([{ ...statement, arguments: statement.arguments.toSpliced(at, 1) }]);
        for (const value of ofArgument(argument))
          less.push([{ ...statement, arguments: statement.arguments.with(at, value) }]);
      });
      break;
    case "test":
    case "while":
      for (const condition of ofCondition(statement.condition)) less.push([{ ...statement, condition }]);
      break;
    case "if": {
      for (const condition of ofCondition(statement.condition)) less.push([{ ...statement, condition }]);
      const { otherwise: _, ...without } = statement;
      if (statement.otherwise) less.push([without]);
      break;
    }
    case "match":
      if (statement.arms.length > 1)
        statement.arms.forEach((_, at) => less.push([{ ...statement, arms: statement.arms.toSpliced(at, 1) }]));
      break;
    case "try": {
      const { handler: _handler, ...withoutHandler } = statement;
      const { finalizer: _finalizer, ...withoutFinalizer } = statement;
      if (statement.handler && statement.finalizer) less.push([withoutHandler], [withoutFinalizer]);
      break;
    }
    case "let-closure":
    case "call-closure":
    case "pass-closure":
    case "pass-new-closure":
    case "loop":
    case "block":
    case "break":
    case "continue":
    case "throw":
      break;
  }
  return less;
}

function ofBlock(block: Block): readonly Block[] {
  const halves = block.length > 3 ? [block.slice(0, block.length >> 1), block.slice(block.length >> 1)] : [];
  return [
    ...halves,
    ...block.flatMap((statement, at) =>
      ofStatement(statement).map((less): Block => [...block.slice(0, at), ...less, ...block.slice(at + 1)]),
    ),
  ];
}

/** How much there is to read of a function. */
function sizeOf(subject: Subject): number {
  return printTypescript("f", subject).lines.reduce((sum, line) => sum + line.trim().length + 1, 0);
}

/** All functions one step smaller, the smallest first. */
export function reductions(subject: Subject): readonly Subject[] {
  const { returns: _, ...withoutResult } = subject;
  const used = new Set(usesOfBlock(subject.body).map(({ place }) => place.root));
  const candidates: Subject[] = [
    ...(subject.returns === undefined ? [] : [withoutResult]),
    ...(subject.parameters.every(({ name }) => used.has(name))
      ? []
      : [{ ...subject, parameters: subject.parameters.filter(({ name }) => used.has(name)) }]),
    ...ofBlock(subject.body).map((body) => ({ ...subject, body })),
  ];
  const size = sizeOf(subject);
  const byText = new Map<string, Subject>();
  for (const candidate of candidates.map(prune))
    byText.set(printTypescript("f", candidate).lines.join("\n"), candidate);
  return [...byText.values()]
    .map((candidate) => ({ candidate, size: sizeOf(candidate) }))
    .filter((each) => each.size < size)
    .sort((a, b) => a.size - b.size)
    .map(({ candidate }) => candidate);
}
