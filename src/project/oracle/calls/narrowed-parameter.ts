import type TypeScript from "typescript";
import type { TypeTable } from "../type-table.js";

/**
 * What a type guard or an assertion function tests without consuming it: the index of a parameter, or the receiver.
 *
 * `x is T`, `asserts x`, `asserts x is T`, `this is T` and `asserts this is T` say something about a value that the
 * caller goes on to use, so the function borrows it whatever type it is declared with. `asserts x is Moved<...>`
 * consumes instead.
 *
 * @returns `undefined` for a function without such a predicate
 *
 * @example
 * // function isOpen(c: Conn | Err): c is Conn   // 0
 * // function eat(c: Conn): asserts c is Moved<Conn, "eat">   // undefined
 */
export function narrowedParameter(table: TypeTable, signature: TypeScript.Signature): number | "this" | undefined {
  const { ts, checker } = table.context;
  const predicate = checker.getTypePredicateOfSignature(signature);
  if (predicate === undefined || (predicate.type !== undefined && isMoved(table, predicate.type))) return undefined;
  switch (predicate.kind) {
    case ts.TypePredicateKind.Identifier:
    case ts.TypePredicateKind.AssertsIdentifier:
      return predicate.parameterIndex;
    default:
      return namesMoved(table.context.ts, signature.getDeclaration()) ? undefined : "this";
  }
}

function isMoved(table: TypeTable, type: TypeScript.Type): boolean {
  return (
    table.context.registry.isOwn(type.aliasSymbol, "Moved") ||
    table.alternatives(type).some((part) => table.brands(part).moved)
  );
}

/** Whether a predicate is written `asserts this is Moved<...>`, when the type it makes is not resolved yet. */
function namesMoved(ts: typeof TypeScript, declaration: TypeScript.Node | undefined): boolean {
  const type = (declaration as TypeScript.SignatureDeclaration | undefined)?.type;
  if (
    type === undefined ||
    !ts.isTypePredicateNode(type) ||
    type.type === undefined ||
    !ts.isTypeReferenceNode(type.type)
  )
    return false;
  return /(?:^|\.)Moved$/u.test(type.type.typeName.getText());
}
