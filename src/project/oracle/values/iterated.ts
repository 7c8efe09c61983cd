import type TypeScript from "typescript";
import type { TypeFacts } from "../../../checker/oracle/type-facts.js";
import { joinFacts } from "../narrowing/join-facts.js";
import { typeArguments } from "../type-table.js";
import type { TypeTable } from "../type-table.js";

/**
 * What one step of iterating over a type yields.
 *
 * @param awaited in `for await`: promises among the elements are waited for
 */
export function iteratedFacts(table: TypeTable, type: TypeScript.Type, awaited: boolean): TypeFacts {
  return joinFacts(
    table
      .alternatives(type)
      .flatMap((part) => elements(table, part, awaited))
      .map((each) => table.facts(each)),
  );
}

function elements(table: TypeTable, part: TypeScript.Type, awaited: boolean): TypeScript.Type[] {
  const { context } = table;
  const { ts, checker } = context;
  if ((part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return [];
  const unwrap = (type: TypeScript.Type): TypeScript.Type => (awaited ? (checker.getAwaitedType(type) ?? type) : type);
  if (checker.isArrayType(part) || checker.isTupleType(part)) return typeArguments(context, part).map(unwrap);
  const asynchronous = awaited ? methodResult(checker, part, "asyncIterator") : undefined;
  const iterator = asynchronous ?? methodResult(checker, part, "iterator");
  const step = iterator === undefined ? undefined : resultOf(checker, iterator, "next");
  if (step === undefined) return [];
  const result = asynchronous === undefined ? step : (checker.getAwaitedType(step) ?? step);
  return table
    .alternatives(result)
    .flatMap((alternative) => yielded(table, alternative))
    .map(unwrap);
}

/** The `value` of an iterator result, unless it is the last: what a generator returns is not iterated over. */
function yielded({ context: { checker } }: TypeTable, result: TypeScript.Type): TypeScript.Type[] {
  const done = checker.getPropertyOfType(result, "done");
  if (done !== undefined && checker.typeToString(checker.getTypeOfSymbol(done)) === "true") return [];
  const value = checker.getPropertyOfType(result, "value");
  return value === undefined ? [] : [checker.getTypeOfSymbol(value)];
}

/** The return type of the method keyed by a well-known symbol. */
function methodResult(
  checker: TypeScript.TypeChecker,
  type: TypeScript.Type,
  symbol: string,
): TypeScript.Type | undefined {
  const property = checker.getPropertiesOfType(type).find((each) => each.name.startsWith(`__@${symbol}@`));
  return property === undefined ? undefined : firstResult(checker, checker.getTypeOfSymbol(property));
}

function resultOf(checker: TypeScript.TypeChecker, type: TypeScript.Type, method: string): TypeScript.Type | undefined {
  const property = checker.getPropertyOfType(type, method);
  return property === undefined ? undefined : firstResult(checker, checker.getTypeOfSymbol(property));
}

function firstResult(checker: TypeScript.TypeChecker, type: TypeScript.Type): TypeScript.Type | undefined {
  const [signature] = checker.getNonNullableType(type).getCallSignatures();
  return signature === undefined ? undefined : checker.getReturnTypeOfSignature(signature);
}
