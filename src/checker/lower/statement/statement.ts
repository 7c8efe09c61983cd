import type { TSESTree } from "@typescript-eslint/types";
import { lowerIf, lowerSwitch } from "./branch.js";
import { handlerOf, type Handlers } from "../builder/by-kind.js";
import { storeFnOnce } from "../expression/call/call-checks.js";
import { lowerClass } from "../expression/class.js";
import { discardExpression, lowerForDestination, readExpression } from "../expression/expression.js";
import type { Frame, TargetFrame } from "../builder/frame.js";
import type { FunctionBuilder } from "../builder/function-builder.js";
import { lowerDoWhile, lowerFor, lowerForIn, lowerForOf, lowerWhile } from "./loop.js";
import { checkDisposedOf, checkOwnerWanted, passingInto, transfer } from "../builder/transfer.js";
import { escape } from "../builder/handle.js";
import { lowerTry } from "./try.js";
import { lowerVariables } from "./variables.js";

/** Lowers statements one after the other. */
export function lowerStatements(b: FunctionBuilder, nodes: readonly TSESTree.Statement[]): void {
  for (const node of nodes) lowerStatement(b, node);
}

/** Lowers one statement; `labels` are those that stand before it. */
export function lowerStatement(b: FunctionBuilder, node: TSESTree.Statement, labels: readonly string[] = []): void {
  b.nested(node, undefined, () => {
    const lower = handlerOf(STATEMENTS, node);
    if (lower === undefined) b.unsupport(node, node.type);
    else lower(node, b, labels);
  });
}

const nothing = (): void => undefined;

const STATEMENTS: Handlers<TSESTree.Statement, [b: FunctionBuilder, labels: readonly string[]], void> = {
  BlockStatement: lowerBlock,
  ExpressionStatement: (node, b) => {
    b.statement = node.expression;
    const mark = b.scope.locals.length;
    discardExpression(b, node.expression);
    b.endTemporaries(mark);
  },
  VariableDeclaration: (node, b) => {
    const mark = b.scope.locals.length;
    lowerVariables(b, node);
    b.endTemporaries(mark);
  },
  IfStatement: (node, b) => {
    lowerIf(b, node);
  },
  SwitchStatement: lowerSwitch,
  ForStatement: lowerFor,
  ForInStatement: lowerForIn,
  ForOfStatement: lowerForOf,
  WhileStatement: lowerWhile,
  DoWhileStatement: lowerDoWhile,
  LabeledStatement: lowerLabeled,
  TryStatement: (node, b) => {
    lowerTry(b, node);
  },
  ReturnStatement: (node, b) => {
    if (node.argument) moveOut(b, node.argument, "return");
    b.jump({ kind: "return" }, node);
  },
  ThrowStatement: (node, b) => {
    moveOut(b, node.argument, "throw");
    b.jump({ kind: "throw" }, node);
  },
  BreakStatement: (node, b) => {
    lowerBreak(b, node, "break");
  },
  ContinueStatement: (node, b) => {
    lowerBreak(b, node, "continue");
  },
  ClassDeclaration: (node, b) => {
    lowerClass(b, node);
  },
  ExportDefaultDeclaration: (node, b) => {
    lowerExportDefault(b, node);
  },
  ExportNamedDeclaration: (node, b) => {
    if (node.declaration?.type === "VariableDeclaration") lowerVariables(b, node.declaration);
    else if (node.declaration?.type === "ClassDeclaration") lowerClass(b, node.declaration);
  },
  TSExportAssignment: (node, b) => {
    moveOut(b, node.expression, "store");
  },
  WithStatement: (node, b) => {
    readExpression(b, node.object);
    b.unsupport(node, node.type);
    lowerStatement(b, node.body);
  },
  // Bodies of their own, declarations that nothing runs for, and what TypeScript takes away.
  FunctionDeclaration: nothing,
  EmptyStatement: nothing,
  DebuggerStatement: nothing,
  ExportAllDeclaration: nothing,
  ImportDeclaration: nothing,
  TSDeclareFunction: nothing,
  TSEnumDeclaration: nothing,
  TSImportEqualsDeclaration: nothing,
  TSInterfaceDeclaration: nothing,
  TSModuleDeclaration: nothing,
  TSNamespaceExportDeclaration: nothing,
  TSTypeAliasDeclaration: nothing,
};

function lowerBlock(node: TSESTree.BlockStatement, b: FunctionBuilder, labels: readonly string[]): void {
  const after = b.newBlock();
  const target = labels.length > 0 ? b.openTarget(labels, false, after) : undefined;
  const scope = b.openLocals();
  lowerStatements(b, node.body);
  b.closeLocals(scope, endOf(node));
  if (target === undefined) return;
  b.close(target);
  b.goto(after);
  b.start(after);
}

function lowerLabeled(node: TSESTree.LabeledStatement, b: FunctionBuilder, labels: readonly string[]): void {
  const names = [...labels, node.label.name];
  switch (node.body.type) {
    case "BlockStatement":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "SwitchStatement":
    case "LabeledStatement":
      lowerStatement(b, node.body, names);
      return;
    default: {
      const after = b.newBlock();
      const target = b.openTarget(names, false, after);
      lowerStatement(b, node.body);
      b.close(target);
      b.goto(after);
      b.start(after);
    }
  }
}

/** A value leaves the function or the file; `field`: into that field of `this`. */
export function moveOut(
  b: FunctionBuilder,
  node: TSESTree.Expression,
  reason: "return" | "throw" | "store",
  field?: string,
): void {
  const value = lowerForDestination(b, node);
  if (value.kind === "handle" && field !== undefined) {
    escape(b, value, { kind: "store", field }, node);
    return;
  }
  if (reason === "return" && storeFnOnce(b, value, node)) return;
  if (reason === "return") checkOwnerWanted(b, value, node);
  if (reason === "return") checkDisposedOf(b, value, node);
  transfer(b, value, reason === "return" ? passingInto(b, value, node) : "move", { kind: reason }, node);
}

function lowerExportDefault(b: FunctionBuilder, { declaration }: TSESTree.ExportDefaultDeclaration): void {
  if (declaration.type === "ClassDeclaration") lowerClass(b, declaration);
  else if (declaration.type !== "Identifier" && isExpression(declaration)) moveOut(b, declaration, "store");
}

function isExpression(node: TSESTree.Node): node is TSESTree.Expression {
  return !/Declaration$|^TSDeclareFunction$/.test(node.type);
}

function lowerBreak(
  b: FunctionBuilder,
  node: TSESTree.BreakStatement | TSESTree.ContinueStatement,
  kind: "break" | "continue",
): void {
  const label = node.label?.name;
  const to = findTarget(b.frame, (frame) =>
    label !== undefined
      ? frame.labels.includes(label)
      : kind === "continue"
        ? frame.continueTo !== undefined
        : frame.plain,
  );
  if (to === undefined) b.unsupport(node, `${node.type} without a target`);
  else b.jump({ kind, to }, node);
}

function findTarget(from: Frame, accepts: (frame: TargetFrame) => boolean): TargetFrame | undefined {
  for (let frame: Frame | undefined = from; frame !== undefined; frame = frame.parent) {
    if (frame.kind === "target" && accepts(frame)) return frame;
  }
  return undefined;
}

/** A stand-in for the closing brace, so that "goes out of scope here" points at it. */
export function endOf(node: TSESTree.Node): TSESTree.Node {
  return { ...node, range: [Math.max(node.range[0], node.range[1] - 1), node.range[1]] };
}
