import type TypeScript from "typescript";
import type { Passing } from "../../../checker/oracle/call-facts.js";
import type { TypeTable } from "../type-table.js";

/** What the place of a destination says about it. */
export interface DestinationOptions {
  /** `any` here is the platform's way of saying `unknown`: it borrows. */
  readonly anyBorrows: boolean;
  /** An iterable of owned values takes them (`new Set(tokens)`). */
  readonly iterablesMove: boolean;
}

/** The library's interfaces over which a callee iterates. */
const ITERABLES: ReadonlySet<string> = new Set([
  "Iterable",
  "AsyncIterable",
  "ArrayLike",
  "IterableIterator",
  "Iterator",
]);

/**
 * How an owned value enters a destination of a given type.
 *
 * @param destination the destination's type, as instantiated
 */
export function passingInto(
  table: TypeTable,
  destination: TypeScript.Type,
  { anyBorrows, iterablesMove }: DestinationOptions,
): Passing {
  const facts = table.facts(destination);
  if (facts.ownership === "owned") return "move";
  if (facts.ownership === "any") return anyBorrows ? "borrow" : "erase";
  return iterablesMove && takesIterable(table, destination) ? "move" : "borrow";
}

function takesIterable(table: TypeTable, destination: TypeScript.Type): boolean {
  const { ts, checker } = table.context;
  return table.alternatives(destination).some((part) => {
    const symbol = part.symbol as TypeScript.Symbol | undefined;
    if (symbol === undefined || !ITERABLES.has(symbol.name) || (part.flags & ts.TypeFlags.Object) === 0) return false;
    return checker.getTypeArguments(part as TypeScript.TypeReference).some((arg) => table.holds(arg, "own"));
  });
}
