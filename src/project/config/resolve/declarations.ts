import type TypeScript from "typescript";
import type { DeclaredIn } from "../../../checker/oracle/resource-spec.js";
import { bodyOf, statementsIn } from "./declared-in.js";
import type { Statements } from "./declared-in.js";

/** What a part of a program declares, by name, namespaces looked through. */
export class Declarations {
  readonly #ts: typeof TypeScript;
  readonly #checker: TypeScript.TypeChecker;
  readonly #byName = new Map<string, Set<TypeScript.Symbol>>();

  constructor(ts: typeof TypeScript, program: TypeScript.Program, from: DeclaredIn | Statements) {
    this.#ts = ts;
    this.#checker = program.getTypeChecker();
    const named = (from as readonly unknown[]).every((each) => typeof each === "string");
    this.#collect(named ? statementsIn(ts, program, from as DeclaredIn) : (from as Statements));
  }

  /** All names that are declared. */
  get names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  /** Everything of a name. */
  named(name: string): readonly TypeScript.Symbol[] {
    return [...(this.#byName.get(name) ?? [])];
  }

  /** Types of a name: interfaces, classes and aliases. */
  types(name: string): readonly TypeScript.Symbol[] {
    const { Interface, Class, TypeAlias } = this.#ts.SymbolFlags;
    return this.named(name).filter(({ flags }) => (flags & (Interface | Class | TypeAlias)) !== 0);
  }

  /** What can be called by a name: functions, and variables that hold one. */
  functions(name: string): readonly TypeScript.Symbol[] {
    return this.named(name).filter((symbol) => this.signatures(symbol, "call").length > 0);
  }

  /** What a type itself declares, and a class as its static part. */
  member(owner: string, name: string): TypeScript.Symbol | undefined {
    for (const symbol of this.named(owner))
      for (const table of [symbol.members, symbol.exports])
        for (const member of table?.values() ?? []) if (memberName(member) === name) return member;
    return undefined;
  }

  /** How a value can be called, or made. */
  signatures(symbol: TypeScript.Symbol, kind: "call" | "construct"): readonly TypeScript.Signature[] {
    const { Value, Interface } = this.#ts.SymbolFlags;
    const types = [
      ...((symbol.flags & Value) === 0 ? [] : [this.#checker.getTypeOfSymbol(symbol)]),
      // `interface DatabaseConstructor { new(): Database }` stands for what it makes.
      ...((symbol.flags & Interface) === 0 ? [] : [this.#checker.getDeclaredTypeOfSymbol(symbol)]),
    ];
    return types.flatMap((type) =>
      kind === "call"
        ? this.#checker.getNonNullableType(type).getCallSignatures()
        : this.#checker.getNonNullableType(type).getConstructSignatures(),
    );
  }

  /** What can be made with `new`. */
  constructors(name: string): readonly TypeScript.Symbol[] {
    return this.named(name).filter((symbol) => this.signatures(symbol, "construct").length > 0);
  }

  #collect(statements: Statements): void {
    const ts = this.#ts;
    for (const statement of statements) {
      if (ts.isModuleDeclaration(statement)) this.#collect(bodyOf(ts, statement));
      if (
        ts.isInterfaceDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isFunctionDeclaration(statement)
      )
        this.#add(statement.name);
      else if (ts.isVariableStatement(statement))
        for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) this.#add(name);
    }
  }

  #add(name: TypeScript.Identifier | undefined): void {
    const symbol = name === undefined ? undefined : this.#checker.getSymbolAtLocation(name);
    if (name === undefined || symbol === undefined) return;
    const known = this.#byName.get(name.text);
    if (known === undefined) this.#byName.set(name.text, new Set([symbol]));
    else known.add(symbol);
  }
}

/** A member's name as a table has it: of one keyed by a symbol, the brackets and what is in them. */
export function memberName(member: TypeScript.Symbol): string {
  const declared = (member.declarations?.[0] as { name?: TypeScript.Node } | undefined)?.name;
  return member.name.startsWith("__@") && declared !== undefined ? declared.getText() : member.name;
}
