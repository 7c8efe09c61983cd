import type TypeScript from "typescript";

/**
 * The type of the method that a class's method implements or overrides: of its base class, or of an interface that the class
 * says it implements.
 *
 * @returns `undefined` for a method of its own
 */
export function overridden(
  checker: TypeScript.TypeChecker,
  { parent, name }: TypeScript.MethodDeclaration,
): TypeScript.Type | undefined {
  const key = checker.getSymbolAtLocation(name)?.escapedName;
  if (key === undefined || !("heritageClauses" in parent)) return undefined;
  for (const clause of parent.heritageClauses ?? []) {
    for (const base of clause.types) {
      const method = checker.getPropertyOfType(checker.getTypeAtLocation(base), String(key));
      if (method !== undefined) return checker.getTypeOfSymbol(method);
    }
  }
  return undefined;
}
