import type TypeScript from "typescript";
import type { SendObstacle } from "../../checker/oracle/refinement.js";
import { beyondReach } from "./declared-where.js";
import { oracleMessages } from "./messages.js";
import { isDeclaredType, typeArguments } from "./type-table.js";
import type { TypeTable } from "./type-table.js";

/** How a search for obstacles is limited. */
export interface SendOptions {
  /** Functions and symbols are obstacles too: the target is declared as `Send<T>`, or the value is movecheck's business. */
  readonly functions: boolean;
  /**
   * Types that say nothing of what they hold are obstacles too: the target is declared as `Send<T>`. (A platform function
   * is given values of a type parameter or of `unknown` all over, by code that has nothing to do with movecheck.)
   */
  readonly opaque: boolean;
}

/** Deeper values than this are taken to be sendable: the types themselves stop at some depth too. */
const DEPTH = 12;

/**
 * Why a type is not Send: the first leaf, in order of declaration, that may not go to another task.
 *
 * It walks the type as `Send<T>` does, and Rust's auto trait.
 */
export function findSendObstacle(
  table: TypeTable,
  type: TypeScript.Type,
  options: SendOptions,
): SendObstacle | undefined {
  return search(table, type, [], new Set(), options);
}

function search(
  table: TypeTable,
  type: TypeScript.Type,
  path: readonly string[],
  above: Set<TypeScript.Type>,
  options: SendOptions,
): SendObstacle | undefined {
  const { context } = table;
  const { ts, checker, program, registry } = context;
  if (above.has(type) || path.length > DEPTH || (!options.functions && !table.holds(type, "notSend"))) return undefined;
  // What is declared as `Send<T>` itself, its callers answer for.
  if (
    (type.flags & ts.TypeFlags.Conditional) !== 0 &&
    (registry.isOwn(type.aliasSymbol, "Send") || registry.isOwn(type.aliasSymbol, "Walk"))
  )
    return undefined;
  const opaque = options.opaque
    ? (type.isUnion() ? type.types : [type]).find((part) => isOpaque(table, part))
    : undefined;
  if (opaque !== undefined)
    return { path, type: checker.typeToString(opaque), why: oracleMessages.opaque, help: oracleMessages.opaqueHelp };
  above.add(type);
  try {
    for (const part of table.alternatives(type)) {
      const obstacle = (why: string): SendObstacle => ({ path, type: checker.typeToString(part), why });
      if (table.brands(part).notSend) return obstacle(oracleMessages.taskBound);
      if (options.functions && (part.flags & ts.TypeFlags.ESSymbolLike) !== 0) return obstacle(oracleMessages.symbol);
      if ((part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) continue;
      if (part.getCallSignatures().length > 0) {
        if (options.functions) return obstacle(oracleMessages.function);
        continue;
      }
      for (const [name, child] of children(table, part)) {
        const found = search(table, child, [...path, name], above, options);
        if (found !== undefined) return found;
      }
    }
  } finally {
    above.delete(type);
  }
  return undefined;

  function children({ context: own }: TypeTable, part: TypeScript.Type): [string, TypeScript.Type][] {
    if (checker.isArrayType(part) || checker.isTupleType(part))
      return typeArguments(own, part).map((each, index) => [String(index), each]);
    const symbol = part.symbol as TypeScript.Symbol | undefined;
    // Dates, buffers and the like are cloned whole; containers as what they hold.
    if (isDeclaredType(ts, part) && beyondReach(program, symbol))
      return typeArguments(own, part).map((each, index) => [`${symbol?.name ?? ""} argument ${index + 1}`, each]);
    const named = checker
      .getPropertiesOfType(part)
      .filter((property) => !registry.isBrand(property, "state") && !registry.isBrand(property, "callOnce"))
      .map((property): [string, TypeScript.Type] => [
        property.name.replace(/^__@(\w+)@\d+$/u, "[Symbol.$1]"),
        checker.getTypeOfSymbol(property),
      ]);
    const indexed = checker
      .getIndexInfosOfType(part)
      .map((info): [string, TypeScript.Type] => [`[${checker.typeToString(info.keyType)}]`, info.type]);
    return [...named, ...indexed];
  }
}

/** Whether a type says nothing of what a value of it holds: `unknown`, `object`, a type parameter without a bound. */
function isOpaque({ context: { ts, checker } }: TypeTable, type: TypeScript.Type): boolean {
  const { Unknown, NonPrimitive, TypeParameter } = ts.TypeFlags;
  if ((type.flags & (Unknown | NonPrimitive)) !== 0) return true;
  if ((type.flags & TypeParameter) === 0) return false;
  const bound = checker.getBaseConstraintOfType(type);
  return bound === undefined || bound === type || (bound.flags & (Unknown | NonPrimitive)) !== 0;
}
