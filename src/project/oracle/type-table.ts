import type TypeScript from "typescript";
import { getOrInsert } from "../../checker/collections/get-or-insert.js";
import { NOTHING } from "../../checker/oracle/type-facts.js";
import type { TypeFacts } from "../../checker/oracle/type-facts.js";
import type { OracleContext } from "./context.js";
import { beyondReach } from "./declared-where.js";
import { LazyFacts } from "./lazy-facts.js";
import { inspectBrands } from "./own-brands.js";
import type { OwnBrands } from "./own-brands.js";

/** What a type may hold at any depth. */
export type HeldBrand = "own" | "borrow" | "notSend";

/** The library's types whose type arguments are values they hold. */
const HOLDERS: ReadonlySet<string> = new Set([
  "Array",
  "ReadonlyArray",
  "Map",
  "ReadonlyMap",
  "Set",
  "ReadonlySet",
  "WeakMap",
  "Promise",
  "PromiseLike",
  "PromiseFulfilledResult",
  "IteratorYieldResult",
  "IteratorReturnResult",
  "ArrayIterator",
  "MapIterator",
  "SetIterator",
  "IteratorObject",
]);

/** Of these, the ones that hold an unknown number of values. */
const CONTAINERS: ReadonlySet<string> = new Set([
  "Array",
  "ReadonlyArray",
  "Map",
  "ReadonlyMap",
  "Set",
  "ReadonlySet",
  "WeakMap",
]);

/** What holds its first type argument weakly: it is no owner of it. */
const WEAK: ReadonlySet<string> = new Set(["WeakMap", "WeakSet", "WeakRef"]);

/** How many types a single search looks at: endless instantiations (`interface L<T> { next: L<L<T>> }`) stop here. */
const BUDGET = 2000;

/** Classifies types; one object per type, so that recursive types end. */
export class TypeTable {
  readonly #facts = new Map<TypeScript.Type, TypeFacts>();
  readonly #parts = new Map<TypeScript.Type, readonly TypeScript.Type[]>();
  readonly #brands = new Map<TypeScript.Type, OwnBrands>();
  readonly #holds: Readonly<Record<HeldBrand, Map<TypeScript.Type, boolean>>> = {
    own: new Map(),
    borrow: new Map(),
    notSend: new Map(),
  };

  constructor(readonly context: OracleContext) {}

  /** The facts of a type. */
  facts(type: TypeScript.Type): TypeFacts {
    const { ts } = this.context;
    const { Any, Never } = ts.TypeFlags;
    if ((type.flags & Never) !== 0 || isErrorType(type, Any)) return NOTHING;
    return getOrInsert(this.#facts, type, () => new LazyFacts(this, type));
  }

  /** Whether a type is, or at some depth holds, what is asked for. */
  holds(type: TypeScript.Type, brand: HeldBrand): boolean {
    const known = this.#holds[brand];
    const answered = known.get(type);
    if (answered !== undefined) return answered;
    const seen = new Set<TypeScript.Type>([type]);
    const parents = new Map<TypeScript.Type, TypeScript.Type>();
    for (const current of seen) {
      const direct = known.get(current) ?? this.brands(current)[brand];
      if (direct) {
        // Everything on the way to it holds it too; of the others nothing is known yet.
        for (let at: TypeScript.Type | undefined = current; at !== undefined; at = parents.get(at)) known.set(at, true);
        return true;
      }
      if (known.get(current) === false) continue;
      if (seen.size > BUDGET) {
        known.set(type, false);
        return false;
      }
      for (const part of this.parts(current)) {
        if (seen.has(part)) continue;
        seen.add(part);
        parents.set(part, current);
      }
    }
    // The search was exhausted, so nothing seen on it leads to what was asked for.
    for (const each of seen) known.set(each, false);
    return false;
  }

  /** The brands a type has itself, not through what it holds. */
  brands(type: TypeScript.Type): OwnBrands {
    return getOrInsert(this.#brands, type, () => inspectBrands(this.context, type));
  }

  /** The types that a value of this type is made of: union parts, elements, properties. */
  parts(type: TypeScript.Type): readonly TypeScript.Type[] {
    let parts = this.#parts.get(type);
    if (parts === undefined) {
      this.#parts.set(type, []);
      parts = this.#computeParts(type);
      this.#parts.set(type, parts);
    }
    return parts;
  }

  #computeParts(type: TypeScript.Type): readonly TypeScript.Type[] {
    const { ts, checker, program } = this.context;
    const { UnionOrIntersection, Instantiable, Object: ObjectFlag } = ts.TypeFlags;
    if ((type.flags & UnionOrIntersection) !== 0) return (type as TypeScript.UnionOrIntersectionType).types;
    if ((type.flags & Instantiable) !== 0) {
      const constraint = checker.getBaseConstraintOfType(type);
      return constraint === undefined || constraint === type ? [] : [constraint];
    }
    if ((type.flags & ObjectFlag) === 0) return [];
    const args = typeArguments(this.context, type);
    if (checker.isArrayType(type) || checker.isTupleType(type)) return args;
    if (isDeclaredType(ts, type) && beyondReach(program, type.symbol)) {
      if (WEAK.has(type.symbol.name)) return args.slice(1);
      return HOLDERS.has(type.symbol.name)
        ? args
        : args.some((arg) => this.holds(arg, "own") || this.holds(arg, "borrow") || this.holds(arg, "notSend"))
          ? this.#propertyTypes(type)
          : [];
    }
    return this.#propertyTypes(type);
  }

  #propertyTypes(type: TypeScript.Type): TypeScript.Type[] {
    const { checker } = this.context;
    const types = dataProperties(this.context, type).map((property) => checker.getTypeOfSymbol(property));
    for (const info of checker.getIndexInfosOfType(type)) types.push(info.type);
    return types;
  }

  /** Whether the type itself holds an unknown number of values that have no name. */
  isContainer(type: TypeScript.Type): boolean {
    const { ts, checker, program } = this.context;
    if ((type.flags & ts.TypeFlags.Object) === 0 || checker.isTupleType(type)) return false;
    if (checker.isArrayType(type)) return true;
    if (isDeclaredType(ts, type) && CONTAINERS.has(type.symbol.name) && beyondReach(program, type.symbol)) return true;
    return checker.getIndexInfosOfType(type).some((info) => this.holds(info.type, "own"));
  }

  /** The alternatives of a type: a union's parts, a type parameter's constraint, else the type itself. */
  alternatives(type: TypeScript.Type): readonly TypeScript.Type[] {
    const { ts, checker } = this.context;
    if ((type.flags & ts.TypeFlags.Union) !== 0) {
      return (type as TypeScript.UnionType).types.flatMap((part) => this.alternatives(part));
    }
    if ((type.flags & ts.TypeFlags.Instantiable) !== 0) {
      const constraint = checker.getBaseConstraintOfType(type);
      return constraint === undefined || constraint === type ? [type] : this.alternatives(constraint);
    }
    return [type];
  }
}

/** An unresolved name or a type in error: `any` to the compiler, nothing to us (tsc reports it). */
function isErrorType(type: TypeScript.Type, any: number): boolean {
  return (type.flags & any) !== 0 && (type as { intrinsicName?: string }).intrinsicName === "error";
}

/** A class or interface; an alias such as the library's `Record` or `Partial` has made something new of its arguments. */
export function isDeclaredType(ts: typeof TypeScript, type: TypeScript.Type): boolean {
  const symbol = type.symbol as TypeScript.Symbol | undefined;
  return symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0;
}

/** The type arguments of a reference to a generic class, interface, array or tuple. */
export function typeArguments({ ts, checker }: OracleContext, type: TypeScript.Type): readonly TypeScript.Type[] {
  const { objectFlags } = type as TypeScript.ObjectType;
  if ((type.flags & ts.TypeFlags.Object) === 0 || (objectFlags & ts.ObjectFlags.Reference) === 0) return [];
  return checker.getTypeArguments(type as TypeScript.TypeReference);
}

/** The properties that hold a value: no methods, no accessors, no brands. */
export function dataProperties({ ts, checker, registry }: OracleContext, type: TypeScript.Type): TypeScript.Symbol[] {
  const { Method, Accessor, Prototype } = ts.SymbolFlags;
  return checker
    .getPropertiesOfType(type)
    .filter(
      (property) =>
        (property.flags & (Method | Accessor | Prototype)) === 0 &&
        !registry.isBrand(property, "state") &&
        !registry.isBrand(property, "notSend") &&
        !registry.isBrand(property, "callOnce"),
    );
}
