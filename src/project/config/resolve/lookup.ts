import type TypeScript from "typescript";
import { memberName } from "./declarations.js";
import type { Declarations } from "./declarations.js";

/** A name, followed to what it stands for. */
export interface Found {
  readonly symbol: TypeScript.Symbol;
  /** The class, interface or namespace it was found in, when it is a member. */
  readonly owner: TypeScript.Symbol | undefined;
}

/** Why a name leads nowhere. */
export interface NotFound {
  /** The first of the names that does. */
  readonly name: string;
  /** The name before it; `undefined` for the first. */
  readonly in: string | undefined;
  /** The names that there are. */
  readonly known: readonly string[];
}

/** A place in which names are looked up: the exports of a module, or all that a part of a program declares. */
export interface Scope {
  /** All symbols of a name; more than one where several files declare it. */
  named(name: string): readonly TypeScript.Symbol[];
  readonly names: readonly string[];
}

/** The exports of a module; what it declares without exporting it comes after them. */
export function moduleScope(
  ts: typeof TypeScript,
  checker: TypeScript.TypeChecker,
  module: TypeScript.Symbol,
  declared: Declarations,
): Scope {
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  return {
    named: (name) => {
      const symbol = exported.get(name);
      return symbol === undefined ? declared.named(name) : [unaliased(ts, checker, symbol)];
    },
    names: [...new Set([...exported.keys(), ...declared.names])].filter((name) => name !== "default"),
  };
}

/** Follows `a.b.c` from a scope through namespaces, classes, interfaces and the types of variables. */
export function follow(
  ts: typeof TypeScript,
  checker: TypeScript.TypeChecker,
  scope: Scope,
  path: readonly string[],
): readonly Found[] | NotFound {
  const [first = "", ...rest] = path;
  let found: readonly Found[] = scope.named(first).map((symbol) => ({ symbol, owner: undefined }));
  if (found.length === 0) return { name: first, in: undefined, known: scope.names };
  let before = first;
  for (const name of rest) {
    const known = found.flatMap(({ symbol }) => membersOf(ts, checker, symbol).map((member) => ({ member, symbol })));
    found = known
      .filter(({ member }) => memberName(member) === name)
      .map(({ member, symbol }) => ({ symbol: unaliased(ts, checker, member), owner: symbol }));
    if (found.length === 0) return { name, in: before, known: known.map(({ member }) => memberName(member)) };
    before = name;
  }
  return found;
}

/** What can stand after a dot: properties of instances, static members, what a namespace exports, a value's properties. */
export function membersOf(
  ts: typeof TypeScript,
  checker: TypeScript.TypeChecker,
  symbol: TypeScript.Symbol,
): readonly TypeScript.Symbol[] {
  const { Type, Value, Module } = ts.SymbolFlags;
  return [
    ...((symbol.flags & Type) === 0 ? [] : checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))),
    ...((symbol.flags & Module) === 0 ? [] : checker.getExportsOfModule(symbol)),
    ...((symbol.flags & Value) === 0 ? [] : checker.getPropertiesOfType(checker.getTypeOfSymbol(symbol))),
  ].filter(({ name }) => name !== "prototype");
}

export function unaliased(
  ts: typeof TypeScript,
  checker: TypeScript.TypeChecker,
  symbol: TypeScript.Symbol,
): TypeScript.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}
