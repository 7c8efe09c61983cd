import type TypeScript from "typescript";
import type { TypeTable } from "../type-table.js";

/**
 * The index of the parameter that a function consumes by its predicate: of its own signature, or of the one it is
 * expected to have (`const end: Consume<Session, "end"> = (session) => {...}`).
 */
export function consumedParameter(table: TypeTable, declaration: TypeScript.SignatureDeclaration): number | undefined {
  const { ts, checker, registry } = table.context;
  if (!registry.present) return undefined;
  const own = checker.getSignatureFromDeclaration(declaration);
  const signatures = own === undefined ? [] : [own];
  if (ts.isArrowFunction(declaration) || ts.isFunctionExpression(declaration)) {
    signatures.push(...(checker.getContextualType(declaration)?.getCallSignatures() ?? []));
  }
  for (const signature of signatures) {
    const predicate = checker.getTypePredicateOfSignature(signature);
    if (predicate?.kind !== ts.TypePredicateKind.AssertsIdentifier || predicate.type === undefined) continue;
    if (table.alternatives(predicate.type).some((part) => table.brands(part).moved)) return predicate.parameterIndex;
  }
  return undefined;
}
