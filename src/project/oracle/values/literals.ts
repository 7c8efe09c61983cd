import type TypeScript from "typescript";
import type { OracleContext } from "../context.js";

/** Whether values of a type may be true or false as a condition. */
export function truthiness(ts: typeof TypeScript, type: TypeScript.Type): { mayBeTrue: boolean; mayBeFalse: boolean } {
  const { TypeFlags } = ts;
  if ((type.flags & (TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Void)) !== 0)
    return { mayBeTrue: false, mayBeFalse: true };
  if ((type.flags & TypeFlags.BooleanLiteral) !== 0) {
    const yes = (type as { intrinsicName?: string }).intrinsicName === "true";
    return { mayBeTrue: yes, mayBeFalse: !yes };
  }
  const value = literalValue(ts, type);
  if (value !== undefined) {
    const yes = typeof value === "object" ? value.base10Value !== "0" : Boolean(value);
    return { mayBeTrue: yes, mayBeFalse: !yes };
  }
  if ((type.flags & (TypeFlags.Object | TypeFlags.ESSymbolLike | TypeFlags.NonPrimitive)) !== 0)
    return { mayBeTrue: true, mayBeFalse: false };
  const primitive = primitiveFlags(ts);
  // An intersection is an object, unless it brands a primitive.
  const object =
    (type.flags & TypeFlags.Intersection) !== 0 &&
    !(type as TypeScript.IntersectionType).types.some((part) => (part.flags & primitive) !== 0);
  return { mayBeTrue: true, mayBeFalse: !object };
}

/** The types with exactly one value. */
export function isSingleValue(ts: typeof TypeScript, type: TypeScript.Type): boolean {
  return (type.flags & (ts.TypeFlags.Unit | ts.TypeFlags.Void)) !== 0;
}

/** Whether some value of one type can equal some value of the other. */
export function couldBeEqual(context: OracleContext, a: TypeScript.Type, b: TypeScript.Type, loose: boolean): boolean {
  const { ts, checker } = context;
  if (b.isUnion()) return b.types.some((part) => couldBeEqual(context, a, part, loose));
  const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void;
  const [aNothing, bNothing] = [(a.flags & nothing) !== 0, (b.flags & nothing) !== 0];
  const open = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable;
  if ((a.flags & open) !== 0 || (b.flags & open) !== 0) return true;
  if (aNothing && bNothing)
    return loose || ((a.flags & ts.TypeFlags.Null) !== 0) === ((b.flags & ts.TypeFlags.Null) !== 0);
  if (aNothing || bNothing) return false;
  const [aBoolean, bBoolean] = [booleanValue(ts, a), booleanValue(ts, b)];
  if (aBoolean !== undefined && bBoolean !== undefined) return aBoolean === bBoolean;
  const [aValue, bValue] = [literalValue(ts, a), literalValue(ts, b)];
  if (aValue !== undefined && bValue !== undefined) return JSON.stringify(aValue) === JSON.stringify(bValue);
  // Loose equality converts between primitives; objects are equal to themselves only, as far as types tell.
  const object = ts.TypeFlags.Object;
  if ((a.flags & object) !== 0 && (b.flags & object) !== 0) return true;
  if (((a.flags | b.flags) & object) !== 0 && ((a.flags ^ b.flags) & primitiveFlags(ts)) !== 0) return loose;
  return loose || checker.isTypeAssignableTo(a, b) || checker.isTypeAssignableTo(b, a);
}

function booleanValue(ts: typeof TypeScript, type: TypeScript.Type): boolean | undefined {
  if ((type.flags & ts.TypeFlags.BooleanLiteral) === 0) return undefined;
  return (type as { intrinsicName?: string }).intrinsicName === "true";
}

function literalValue(
  ts: typeof TypeScript,
  type: TypeScript.Type,
): string | number | TypeScript.PseudoBigInt | undefined {
  const literal = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.BigIntLiteral;
  return (type.flags & literal) === 0 ? undefined : (type as TypeScript.LiteralType).value;
}

/** `TypeFlags.Primitive`, which the public declarations leave out. */
function primitiveFlags({ TypeFlags }: typeof TypeScript): TypeScript.TypeFlags {
  const { StringLike, NumberLike, BigIntLike, BooleanLike, EnumLike, ESSymbolLike, Void, Undefined, Null } = TypeFlags;
  return StringLike | NumberLike | BigIntLike | BooleanLike | EnumLike | ESSymbolLike | Void | Undefined | Null;
}
