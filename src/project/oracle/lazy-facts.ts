import { forgottenFields } from "./forgotten-fields.js";
import type TypeScript from "typescript";
import { getOrInsert } from "../../checker/collections/get-or-insert.js";
import { NOTHING } from "../../checker/oracle/type-facts.js";
import type { Ownership, TypeFacts } from "../../checker/oracle/type-facts.js";
import { joinFacts } from "./narrowing/join-facts.js";
import { dataProperties, typeArguments } from "./type-table.js";
import type { TypeTable } from "./type-table.js";

/** The facts of one type, each worked out when it is first asked for. */
export class LazyFacts implements TypeFacts {
  readonly #table: TypeTable;
  readonly #type: TypeScript.Type;
  readonly #members = new Map<string, TypeFacts>();
  #names: readonly string[] | undefined;

  constructor(table: TypeTable, type: TypeScript.Type) {
    this.#table = table;
    this.#type = type;
  }

  get ownership(): Ownership {
    if ((this.#type.flags & this.#table.context.ts.TypeFlags.Any) !== 0) return "any";
    if (this.#table.holds(this.#type, "own")) return "owned";
    return this.#table.holds(this.#type, "borrow") ? "borrow" : "none";
  }

  get dropGlue(): boolean {
    return this.#some((part) => this.#table.brands(part).own);
  }

  get container(): boolean {
    return this.#some((part) => this.#table.isContainer(part) && this.#table.holds(part, "own"));
  }

  get fnOnce(): boolean {
    return this.#some((part) => this.#table.brands(part).fnOnce);
  }

  get forgotten(): readonly string[] {
    return this.#table.alternatives(this.#type).flatMap((part) => forgottenFields(this.#table, part));
  }

  get nullable(): boolean {
    const { ts } = this.#table.context;
    return this.#some((part) => (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0);
  }

  get callable(): boolean {
    return this.#some((part) => part.getCallSignatures().length > 0);
  }

  get taskBound(): boolean {
    return this.#table.holds(this.#type, "notSend");
  }

  get disposable(): boolean {
    const { ts, checker } = this.#table.context;
    const empty = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
    return this.#table
      .alternatives(this.#type)
      .every(
        (part) =>
          (part.flags & empty) !== 0 ||
          checker.getPropertiesOfType(part).some(({ escapedName }) => String(escapedName).startsWith("__@dispose@")),
      );
  }

  get members(): readonly string[] {
    this.#names ??= this.#ownedNames();
    return this.#names;
  }

  get name(): string {
    return this.#table.context.checker.typeToString(this.#type);
  }

  readonly member = (name: string): TypeFacts => {
    return getOrInsert(this.#members, name, () =>
      joinFacts(this.#table.alternatives(this.#type).flatMap((part) => this.#memberOf(part, name))),
    );
  };

  #some(test: (part: TypeScript.Type) => boolean): boolean {
    return this.#table.alternatives(this.#type).some(test);
  }

  #ownedNames(): readonly string[] {
    if (this.ownership !== "owned" || this.dropGlue || this.container) return [];
    const names = new Set<string>();
    for (const part of this.#table.alternatives(this.#type)) {
      for (const [name, type] of this.#named(part)) if (this.#table.holds(type, "own")) names.add(name);
    }
    return [...names];
  }

  /** The named values of one alternative. */
  #named(part: TypeScript.Type): [string, TypeScript.Type][] {
    const { context } = this.#table;
    const { ts, checker } = context;
    if ((part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return [];
    if (checker.isTupleType(part)) return typeArguments(context, part).map((type, index) => [String(index), type]);
    // A promise holds its value without a name, as a container does.
    if (this.#table.parts(part).length === 0) return [];
    return dataProperties(context, part).map((property) => [
      plainName(property.name),
      checker.getTypeOfSymbol(property),
    ]);
  }

  #memberOf(part: TypeScript.Type, name: string): TypeFacts[] {
    const { ts, checker } = this.#table.context;
    if ((part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return [];
    const property = name.startsWith("#")
      ? checker.getPropertiesOfType(part).find((each) => plainName(each.name) === name)
      : checker.getPropertyOfType(part, name);
    if (property !== undefined) return [this.#table.facts(checker.getTypeOfSymbol(property))];
    const infos = checker.getIndexInfosOfType(part);
    const numeric = /^\d+$/u.test(name);
    const info =
      (numeric ? infos.find(({ keyType }) => (keyType.flags & ts.TypeFlags.Number) !== 0) : undefined) ??
      infos.find(({ keyType }) => (keyType.flags & ts.TypeFlags.String) !== 0);
    return info === undefined ? [] : [this.#table.facts(info.type)];
  }
}

/** A private name as written: the compiler numbers the classes in it (`__#1@#fd`). */
function plainName(name: string): string {
  return name.replace(/^__#\d+@#/u, "#");
}

/** The facts of what is only lent: nothing in it is owed, and nothing can be moved out of it. */
export function lent(facts: TypeFacts): TypeFacts {
  if (facts.ownership !== "owned") return facts;
  return {
    ownership: "borrow",
    dropGlue: false,
    container: facts.container,
    fnOnce: facts.fnOnce,
    taskBound: facts.taskBound,
    members: [],
    member: (name) => (facts === NOTHING ? NOTHING : lent(facts.member(name))),
    get name() {
      return facts.name;
    },
  };
}
