import type * as ts from "typescript";
import type { TypeScript } from "../source/host-file.js";
import { checkContextFirst } from "../oracle/checking-order.js";
import type { Unit, UnitBody } from "./split-file.js";

/**
 * What the bodies of a unit tell the rest of the file: the types they give to their functions, and the outer variables
 * they assign, which the compiler narrows less for it. As long as this stays the same, a change inside a body changes
 * nothing elsewhere.
 *
 * @param ts the module that made the checker
 * @param program that the unit is in
 */
export function unitInterface(ts: TypeScript, program: ts.Program, { bodies }: Unit): string {
  return bodies.map((body) => bodyInterface(ts, program, body)).join("\n");
}

function bodyInterface(ts: TypeScript, program: ts.Program, { node }: UnitBody): string {
  return [signatureText(ts, program, node), ...assignedNames(ts, node)].join(" ");
}

/** The whole signature, where the body has a say in it. */
function signatureText(ts: TypeScript, program: ts.Program, node: ts.FunctionLikeDeclaration): string {
  if (node.type !== undefined || ts.isSetAccessorDeclaration(node)) return "";
  const checker = program.getTypeChecker();
  checkContextFirst(ts, program, node);
  const signature = checker.getSignatureFromDeclaration(node);
  const { NoTruncation, UseFullyQualifiedType, UseAliasDefinedOutsideCurrentScope } = ts.TypeFormatFlags;
  return signature === undefined
    ? ""
    : checker.signatureToString(
        signature,
        undefined,
        NoTruncation | UseFullyQualifiedType | UseAliasDefinedOutsideCurrentScope,
      );
}

/** The names that are assigned in a body; the body's own variables among them do no harm. */
function assignedNames(ts: TypeScript, node: ts.Node): string[] {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isBinaryExpression(child) && isAssignment(ts, child)) collect(child.left);
    else if (
      (ts.isPrefixUnaryExpression(child) || ts.isPostfixUnaryExpression(child)) &&
      ts.isIdentifier(child.operand)
    )
      names.add(child.operand.text);
    else if (
      (ts.isForOfStatement(child) || ts.isForInStatement(child)) &&
      !ts.isVariableDeclarationList(child.initializer)
    )
      collect(child.initializer);
    ts.forEachChild(child, visit);
  };
  const collect = (target: ts.Node): void => {
    if (ts.isIdentifier(target)) names.add(target.text);
    else if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target))
      ts.forEachChild(target, collect);
    else if (ts.isPropertyAssignment(target)) collect(target.initializer);
    else if (ts.isShorthandPropertyAssignment(target)) names.add(target.name.text);
    else if (ts.isSpreadElement(target) || ts.isSpreadAssignment(target)) collect(target.expression);
    else if (ts.isBinaryExpression(target)) collect(target.left);
  };
  visit(node);
  return [...names].sort();
}

function isAssignment({ SyntaxKind }: TypeScript, { operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return SyntaxKind.FirstAssignment <= kind && kind <= SyntaxKind.LastAssignment;
}
