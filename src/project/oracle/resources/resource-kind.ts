import type TypeScript from "typescript";
import type { ResourceFacts } from "../../../checker/oracle/resource-oracle.js";
import type { DeclaredIn, ReleaseSpec, ResourceSpec } from "../../../checker/oracle/resource-spec.js";
import type { OracleContext } from "../context.js";
import { memberName } from "./callee.js";
import { isDeclaredIn } from "./declared-in.js";

/** One entry of a table, with what the core wants to know of it. */
export interface ResourceKind {
  readonly spec: ResourceSpec;
  /** The facts of a value of a type that {@link factsFor} accepted; nothing for other types. */
  readonly factsFor: (type: TypeScript.Type) => ResourceFacts | undefined;
}

/** Prepares an entry of a table for one program. */
export function resourceKind(context: OracleContext, spec: ResourceSpec): ResourceKind {
  const { type } = spec;
  switch (type.kind) {
    case "named": {
      const facts = factsOf(spec, type.name);
      return {
        spec,
        factsFor: (each) =>
          isNamed(context, each, (symbol) => isSymbol(context, symbol, type.name, type.from)) ? facts : undefined,
      };
    }
    case "function": {
      const facts = factsOf(spec, "release function");
      return { spec, factsFor: (each) => (each.getCallSignatures().length > 0 ? facts : undefined) };
    }
    case "structural": {
      const known = new Map<TypeScript.Symbol, ResourceFacts>();
      const having = new Set(type.having ?? methodsOf(spec.release));
      return {
        spec,
        factsFor: (each) => {
          const symbol = declaredSymbol(each);
          if (symbol === undefined || !isOwnDisposable(context, each, symbol, type.within, having)) return undefined;
          let facts = known.get(symbol);
          if (facts === undefined)
            known.set(symbol, (facts = factsOf(spec, symbol.name, methodsIn(context, each, spec))));
          return facts;
        },
      };
    }
  }
}

function methodsOf(release: readonly ReleaseSpec[]): string[] {
  return release.flatMap((each) => (each.kind === "method" ? [each.name] : each.kind === "call" ? ["()"] : []));
}

/** Of all methods by which such a type may be released, those that this one has. */
function methodsIn(
  { checker }: OracleContext,
  type: TypeScript.Type,
  { release }: ResourceSpec,
): readonly ReleaseSpec[] {
  const names = new Set(checker.getPropertiesOfType(type).map(memberName));
  return release.filter((each) => each.kind !== "method" || names.has(each.name));
}

/** The facts of an entry, for one type. */
export function factsOf(spec: ResourceSpec, name: string, release = spec.release): ResourceFacts {
  return {
    name,
    origin: spec.origin,
    leak: spec.leak,
    leakOnThrow: spec.leakOnThrow,
    releaseTwice: spec.releaseTwice,
    useAfterRelease: spec.useAfterRelease,
    drained: spec.until === "drained",
    diesWithReceiver: spec.diesWithReceiver ?? false,
    mayBeDropped: spec.mayBeDropped ?? false,
    releaseMethods: new Set(methodsOf(release)),
    receiverReleases: new Set(spec.receiverReleases ?? []),
    harmlessAfterRelease: new Set(spec.harmlessAfterRelease ?? []),
    lentAs: new Set(spec.lentAs ?? []),
    releaseText: releaseText(release),
    ...(spec.consequence === undefined ? {} : { consequence: spec.consequence }),
  };
}

function releaseText(release: readonly ReleaseSpec[]): string {
  const [first] = release;
  switch (first?.kind) {
    case "method":
      return first.name.startsWith("[") ? `%${first.name}()` : `%.${first.name}()`;
    case "function":
      return `${first.callee.name}(%)`;
    case "call":
      return "%()";
    case undefined:
      return "%";
  }
}

/** Whether a type, or one that it extends, is what a predicate accepts; of a union or intersection, some part. */
export function isNamed(
  context: OracleContext,
  type: TypeScript.Type,
  accepts: (symbol: TypeScript.Symbol) => boolean,
  depth = 6,
): boolean {
  const { checker } = context;
  if (type.aliasSymbol !== undefined && accepts(type.aliasSymbol)) return true;
  if (type.isIntersection()) return type.types.some((part) => isNamed(context, part, accepts, depth));
  const symbol = type.symbol as TypeScript.Symbol | undefined;
  if (symbol === undefined || depth === 0) return false;
  if (accepts(symbol)) return true;
  if (!type.isClassOrInterface() && (type as { target?: TypeScript.Type }).target === undefined) return false;
  const declared = type.isClassOrInterface() ? type : (type as TypeScript.TypeReference).target;
  return checker.getBaseTypes(declared).some((base) => isNamed(context, base, accepts, depth - 1));
}

function isSymbol(
  { ts, program }: OracleContext,
  symbol: TypeScript.Symbol,
  name: string,
  from: readonly string[],
): boolean {
  return (
    symbol.name === name &&
    (symbol.declarations?.some((declaration) => isDeclaredIn(ts, program, declaration, from)) ?? false)
  );
}

function declaredSymbol(type: TypeScript.Type): TypeScript.Symbol | undefined {
  return type.aliasSymbol ?? type.symbol;
}

/** A class or interface that declares one of the methods itself; what it has from the platform does not count. */
function isOwnDisposable(
  { program, checker }: OracleContext,
  type: TypeScript.Type,
  symbol: TypeScript.Symbol,
  within: "project" | "anywhere",
  methods: ReadonlySet<string>,
): boolean {
  const isOwn = ({ declarations = [] }: TypeScript.Symbol): boolean =>
    declarations.some((declaration) => {
      const file = declaration.getSourceFile();
      if (program.isSourceFileDefaultLibrary(file)) return false;
      return within === "anywhere" || !/[\\/]node_modules[\\/]/u.test(file.fileName);
    });
  if (!isOwn(symbol)) return false;
  const properties = checker.getPropertiesOfType(type);
  if (properties.some((property) => /^(?:next|\[Symbol\.(?:async)?[iI]terator\])$/u.test(memberName(property))))
    return false;
  return properties.some((property) => methods.has(memberName(property)) && isOwn(property));
}

/** Where an entry's names are declared, unless they say themselves. */
export function fromOf({ type }: ResourceSpec): DeclaredIn {
  return type.kind === "structural" ? [] : type.from;
}
