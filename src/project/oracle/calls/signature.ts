import type TypeScript from "typescript";
import type { OracleContext } from "../context.js";

/** One parameter of a resolved signature, as a particular argument meets it. */
export interface ParameterType {
  /** As instantiated for this call. */
  readonly type: TypeScript.Type;
  /** As declared, where type parameters are still to be seen. */
  readonly declared: TypeScript.Type | undefined;
  readonly declaration: TypeScript.ParameterDeclaration | undefined;
}

/** `SignatureFlags.HasRestParameter`, which the public declarations leave out. */
const HAS_REST = 1;

/** The parameter an argument goes to, `undefined` when there is none. */
export function parameterAt(
  { ts, checker }: OracleContext,
  signature: TypeScript.Signature,
  index: number,
): ParameterType | undefined {
  const { parameters } = signature;
  const { flags } = signature as { flags?: number };
  const lastDeclaration = parameters.at(-1)?.valueDeclaration;
  const rest =
    ((flags ?? 0) & HAS_REST) !== 0 ||
    (lastDeclaration !== undefined && ts.isParameter(lastDeclaration) && lastDeclaration.dotDotDotToken !== undefined);
  const isRest = rest && index >= parameters.length - 1;
  const symbol = isRest ? parameters.at(-1) : parameters[index];
  if (symbol === undefined) return undefined;
  const declaration =
    symbol.valueDeclaration !== undefined && ts.isParameter(symbol.valueDeclaration)
      ? symbol.valueDeclaration
      : undefined;
  const type = checker.getTypeOfSymbol(symbol);
  const declared = declaration === undefined ? undefined : checker.getTypeAtLocation(declaration);
  if (!isRest) return { type, declared, declaration };
  const at = index - (parameters.length - 1);
  return {
    type: elementAt(checker, type, at) ?? type,
    declared: declared === undefined ? undefined : elementAt(checker, declared, at),
    declaration,
  };
}

/** The type of a rest parameter's element: a tuple's own, an array's only. */
function elementAt(checker: TypeScript.TypeChecker, type: TypeScript.Type, index: number): TypeScript.Type | undefined {
  if (checker.isTupleType(type)) {
    const tuple = type as TypeScript.TupleTypeReference;
    const elements = checker.getTypeArguments(tuple);
    return elements[Math.min(index, elements.length - 1)];
  }
  return checker.isArrayType(type) ? checker.getTypeArguments(type as TypeScript.TypeReference)[0] : undefined;
}

/** Whether a type can be called, without its `null` and `undefined`. */
export function isCallable(checker: TypeScript.TypeChecker, type: TypeScript.Type): boolean {
  const present = checker.getNonNullableType(type);
  if (present.isUnion()) return present.types.some((part) => isCallable(checker, part));
  // The library's `Function` is what any function is assignable to; it has no signature itself.
  return (
    present.getCallSignatures().length > 0 || (present.symbol as TypeScript.Symbol | undefined)?.name === "Function"
  );
}
