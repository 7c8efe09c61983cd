import type TypeScript from "typescript";
import type { Test } from "../../../checker/oracle/refinement.js";
import type { OracleContext } from "../context.js";
import { inPlatform } from "../declared-where.js";
import type { TypeTable } from "../type-table.js";
import { couldBeEqual, isSingleValue, truthiness } from "../values/literals.js";

/** A test with its expressions resolved to types. */
export type ResolvedTest =
  | Exclude<Test, { kind: "equals" | "none-of" | "instanceof" | "guard" }>
  | { readonly kind: "none-of"; readonly property?: string; readonly others: readonly TypeScript.Type[] }
  | { readonly kind: "equals"; readonly property?: string; readonly other: TypeScript.Type; readonly loose: boolean }
  /** `instanceof` and type predicates: the type the test stands for, `undefined` when the compiler does not say. */
  | { readonly kind: "is"; readonly type: TypeScript.Type | undefined };

/**
 * Whether a type may still hold something linear once a test has the given outcome.
 *
 * @param type the reference's type before the test
 * @param member asks about this property alone
 * @returns true when in doubt
 */
export function mayHoldAfter(
  table: TypeTable,
  type: TypeScript.Type,
  test: ResolvedTest,
  outcome: boolean,
  member?: string,
): boolean {
  const { context } = table;
  return table
    .alternatives(type)
    .some(
      (part) =>
        mayBe(context, part, test, outcome) &&
        !endsStream(context, part) &&
        (member === undefined ? table.holds(part, "own") : memberHolds(table, part, member)),
    );
}

/**
 * Whether an alternative is what a stream's reader answers when there is no more: declared with a value that may still be
 * there, because a reader that was given a buffer hands it back, but never with an element of the stream.
 */
function endsStream({ program }: OracleContext, part: TypeScript.Type): boolean {
  const symbol = part.symbol as TypeScript.Symbol | undefined;
  return symbol?.name === "ReadableStreamReadDoneResult" && inPlatform(program, symbol.declarations?.[0]);
}

function memberHolds(table: TypeTable, part: TypeScript.Type, member: string): boolean {
  const { checker } = table.context;
  // A private name is not looked up by how it is written.
  if (member.startsWith("#")) return table.holds(part, "own");
  const property = checker.getPropertyOfType(part, member);
  return property === undefined
    ? checker.getIndexInfosOfType(part).length > 0
    : table.holds(checker.getTypeOfSymbol(property), "own");
}

/** Whether every value of a type is exactly one of the others. */
export function isExhausted(table: TypeTable, type: TypeScript.Type, others: readonly TypeScript.Type[]): boolean {
  return table.alternatives(type).every((part) => others.some((other) => isExactly(table.context, part, other, false)));
}

/** Whether a value of one alternative may pass (or fail) the test. */
function mayBe(context: OracleContext, part: TypeScript.Type, test: ResolvedTest, outcome: boolean): boolean {
  const { ts, checker } = context;
  switch (test.kind) {
    case "truthy":
      return valuesOf(context, part, test.property).some(
        (value) => truthiness(ts, value)[outcome ? "mayBeTrue" : "mayBeFalse"],
      );
    case "equals":
      return valuesOf(context, part, test.property).some((value) =>
        outcome
          ? couldBeEqual(context, value, test.other, test.loose)
          : !isExactly(context, value, test.other, test.loose),
      );
    case "none-of":
      return valuesOf(context, part, test.property).some(
        (value) => !test.others.some((other) => isExactly(context, value, other, false)),
      );
    case "typeof":
      return valuesOf(context, part, test.property).some((value) =>
        typeofNames(context, value).some((name) => (name === test.name) === outcome),
      );
    case "typeof-none-of":
      return valuesOf(context, part, test.property).some((value) =>
        typeofNames(context, value).some((name) => !test.names.includes(name)),
      );
    case "in": {
      if (!isStructured(ts, part)) return true;
      const property = checker.getPropertyOfType(part, test.name);
      if (property === undefined) return outcome ? checker.getIndexInfosOfType(part).length > 0 : true;
      return outcome || (property.flags & ts.SymbolFlags.Optional) !== 0;
    }
    case "is": {
      const { type } = test;
      if (type === undefined || (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return true;
      const isOne = checker.isTypeAssignableTo(part, type);
      return outcome ? isOne || checker.isTypeAssignableTo(type, part) : !isOne;
    }
  }
}

/** Whether two types are the same single value, so that "not equal" excludes it. */
function isExactly(context: OracleContext, value: TypeScript.Type, other: TypeScript.Type, loose: boolean): boolean {
  return (
    isSingleValue(context.ts, value) && isSingleValue(context.ts, other) && couldBeEqual(context, value, other, loose)
  );
}

/** The alternatives of what is tested: the value itself, or one of its properties. */
function valuesOf(
  { ts, checker }: OracleContext,
  part: TypeScript.Type,
  name: string | undefined,
): readonly TypeScript.Type[] {
  let type: TypeScript.Type = part;
  if (name !== undefined) {
    // Read through `?.`, a property of nothing is nothing.
    if ((part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0) return [checker.getUndefinedType()];
    const property = checker.getPropertyOfType(part, name);
    if (property === undefined) return [checker.getAnyType()];
    type = checker.getTypeOfSymbol(property);
  }
  return type.isUnion() ? type.types : [type];
}

function isStructured(ts: typeof TypeScript, type: TypeScript.Type): boolean {
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
}

/** What `typeof` may say of a value. */
function typeofNames({ ts }: OracleContext, type: TypeScript.Type): readonly string[] {
  const { TypeFlags } = ts;
  const table: readonly (readonly [TypeScript.TypeFlags, readonly string[]])[] = [
    [TypeFlags.StringLike, ["string"]],
    [TypeFlags.NumberLike, ["number"]],
    [TypeFlags.BigIntLike, ["bigint"]],
    [TypeFlags.BooleanLike, ["boolean"]],
    [TypeFlags.ESSymbolLike, ["symbol"]],
    [TypeFlags.Undefined | TypeFlags.Void, ["undefined"]],
    [TypeFlags.Null, ["object"]],
  ];
  for (const [flags, names] of table) if ((type.flags & flags) !== 0) return names;
  if (!isStructured(ts, type))
    return ["string", "number", "bigint", "boolean", "symbol", "undefined", "object", "function"];
  const callable = type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0;
  return callable ? ["function"] : ["object"];
}
